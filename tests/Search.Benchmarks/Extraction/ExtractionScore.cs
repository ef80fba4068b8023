using System.Text.RegularExpressions;

namespace Search.Benchmarks.Extraction;

/// <summary>Precision, recall and F1 of an extracted text by shared sequences of four tokens, as <c>evaluate_extraction.py</c> defines them.</summary>
internal static partial class ExtractionScore
{
    private const int ShingleLength = 4;

    /// <summary>Scores one page.</summary>
    public static (double Precision, double Recall, double F1) Of(string gold, string predicted)
    {
        Dictionary<string, int> expected = Shingles(gold), found = Shingles(predicted);
        int shared = expected.Sum(entry => Math.Min(entry.Value, found.GetValueOrDefault(entry.Key)));
        int foundCount = found.Values.Sum(), expectedCount = expected.Values.Sum();
        double precision = foundCount == 0 ? 0 : (double)shared / foundCount, recall = expectedCount == 0 ? 0 : (double)shared / expectedCount;
        return (precision, recall, shared == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }

    private static Dictionary<string, int> Shingles(string text)
    {
        string[] tokens = [.. Token().Matches(text).Select(match => match.Value)];
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        if (tokens.Length == 0) return counts;
        for (var i = 0; i < Math.Max(1, tokens.Length - ShingleLength + 1); i++)
        {
            string shingle = string.Join(' ', tokens.Skip(i).Take(ShingleLength));
            counts[shingle] = counts.GetValueOrDefault(shingle) + 1;
        }

        return counts;
    }

    [GeneratedRegex(@"\w+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Token();
}
