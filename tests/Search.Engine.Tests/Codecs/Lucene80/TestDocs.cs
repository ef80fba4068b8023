namespace Search.Engine.Tests.Codecs.Lucene80;

/// <summary>Choices of the documents that have a value: every kind of block, and none.</summary>
internal static class TestDocs
{
    public const int MaxDoc = 300_000;

    /// <summary>Names for theories.</summary>
    public static TheoryData<string> Names =>
        ["none", "all", "first", "last", "one percent", "half", "most", "mixed", "all but one", "full blocks", "gaps", "4095", "4096", "65535"];

    /// <summary>Members of the set of that name, ascending.</summary>
    public static int[] Of(string name)
    {
        var random = new Random(name.Length);
        IEnumerable<int> all = Enumerable.Range(0, MaxDoc);
        return name switch
        {
            "none" => [],
            "all" => [.. all],
            "first" => [0],
            "last" => [MaxDoc - 1],
            "one percent" => [.. all.Where(_ => random.Next(100) == 0)],
            "half" => [.. all.Where(_ => random.Next(2) == 0)],
            "most" => [.. all.Where(_ => random.Next(20) != 0)],
            "mixed" => [.. all.Where(doc => (doc >> 16) switch { 0 => doc % 3 == 0, 1 => doc % 5000 == 7, 2 => true, 3 => false, _ => doc % 2 == 0 })],
            "all but one" => [.. all.Where(doc => doc != 123_456)],
            "full blocks" => [.. Enumerable.Range(65_536, 2 * 65_536)],
            "gaps" => [5, 65_536, 3 * 65_536 + 1, 4 * 65_536, MaxDoc - 1],
            "4095" => [.. Enumerable.Range(0, 4095).Select(i => i * 16 + 3)],
            "4096" => [.. Enumerable.Range(0, 4096).Select(i => i * 16 + 3)],
            "65535" => [.. Enumerable.Range(1, 65_535), 200_000],
            _ => throw new ArgumentException(name, nameof(name)),
        };
    }
}
