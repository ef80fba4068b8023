using System.Text;

namespace Search.Engine.Tests.Codecs.Lucene80;

/// <summary>Distinct byte strings in order: long and short shared prefixes, long rests, the empty string.</summary>
internal static class TestTerms
{
    public static byte[][] Sorted(int count)
    {
        var random = new Random(count);
        var terms = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        if (count > 10)
            terms[""] = [];
        while (terms.Count < count)
        {
            string stem = random.Next(4) switch
            {
                0 => "a",
                1 => new string('p', random.Next(40)),
                2 => "common/prefix/of/many/" + random.Next(10),
                _ => "z" + new string('q', random.Next(3) * 100),
            };
            byte[] term = Encoding.UTF8.GetBytes(stem + random.Next(count * 10) + "é"[..random.Next(2)]);
            terms.TryAdd(Convert.ToHexString(term), term);
        }
        return [.. terms.Values];
    }
}
