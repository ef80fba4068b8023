namespace Search.Engine.Tests.Search.Proximity;

/// <summary>Random sources over few words, in the JSON dialect of requests.</summary>
/// <remarks>Gaps are limited only between words: which of several longer parts is told in them depends on the walk.</remarks>
internal sealed class RandomSources(int seed, string[] words, string[] beginnings)
{
    private static readonly string[] Relations =
    [
        "containing", "not_containing", "contained_by", "not_contained_by", "overlapping", "non_overlapping", "before", "after", "unordered_no_overlaps",
    ];

    private static readonly string[] Combinations = ["ordered", "unordered", "or", "phrase"];

    private readonly Random _random = new(seed);

    /// <summary>A source nested at most so deep.</summary>
    public string Next(int depth) => depth == 0 || _random.Next(6) == 0 ? Leaf() : _random.Next(12) switch
    {
        0 => $"{{\"max_width\":[{_random.Next(1, 8)},{Next(depth - 1)}]}}",
        1 => $"{{\"max_gaps\":[{_random.Next(4)},{{\"{Combinations[_random.Next(2)]}\":[{Several(Leaf)}]}}]}}",
        2 => $"{{\"extend\":[{Next(depth - 1)},{_random.Next(3)},{_random.Next(3)}]}}",
        3 => $"{{\"{(_random.Next(2) == 0 ? "within" : "not_within")}\":[{Next(depth - 1)},{_random.Next(3)},{Next(depth - 1)}]}}",
        4 => $"{{\"at_least\":[{Several(Leaf)},{Leaf()}],\"minimum\":{_random.Next(1, 4)}}}",
        5 or 6 or 7 => $"{{\"{Relations[_random.Next(Relations.Length)]}\":[{Next(depth - 1)},{Next(depth - 1)}]}}",
        8 => $"{{\"or\":[{Several(() => Next(depth - 1))}],\"split\":false}}",
        _ => $"{{\"{Combinations[_random.Next(Combinations.Length)]}\":[{Several(() => Next(depth - 1))}]}}",
    };

    private string Leaf() => _random.Next(8) == 0 ? $"{{\"prefix\":\"{beginnings[_random.Next(beginnings.Length)]}\"}}" : $"\"{words[_random.Next(words.Length)]}\"";

    private string Several(Func<string> make) => string.Join(',', Enumerable.Range(0, _random.Next(2, 4)).Select(_ => make()));
}
