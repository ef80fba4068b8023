using Search.Engine.Tests.AgainstLucene;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Random requests of the basic kinds: trees of words, phrases and their combinations.</summary>
internal sealed class BasicRequests(TextSample sample, int seed)
{
    private static readonly string[] Roles = ["MUST", "SHOULD", "SHOULD", "SHOULD", "FILTER", "MUST_NOT"];

    private readonly Random _random = new(seed);

    /// <summary>The same requests for the same seed and sample.</summary>
    public IEnumerable<Request> Take(int count)
    {
        for (var i = 0; i < count; i++)
            yield return Request.Of("tree", Tree(3));
    }

    private string Tree(int depth) => depth == 0 || _random.Next(4) == 0 ? Leaf() : _random.Next(5) switch
    {
        0 => $"{{\"dismax\":[{Tree(depth - 1)},{Tree(depth - 1)}],\"tie\":{_random.Next(10) / 10.0}}}",
        1 => $"{{\"boost\":{_random.Next(1, 40) / 8.0},\"query\":{Tree(depth - 1)}}}",
        2 => $"{{\"constant\":{Tree(depth - 1)}}}",
        _ => Boolean(depth),
    };

    private string Boolean(int depth)
    {
        string[] clauses = [.. Enumerable.Range(0, _random.Next(1, 5)).Select(_ => $"[\"{Roles[_random.Next(Roles.Length)]}\",{Tree(depth - 1)}]")];
        return $"{{\"bool\":[{string.Join(',', clauses)}],\"minShouldMatch\":{_random.Next(4) / 2}}}";
    }

    private string Leaf() => _random.Next(8) switch
    {
        0 => $"{{\"phrase\":[{Words(sample.Run(_random, 2))}],\"field\":\"body\",\"slop\":{_random.Next(4)}}}",
        1 => $"{{\"prefix\":[\"body\",{Request.Quote(sample.RareWord(_random)[..2])}]}}",
        2 => $"{{\"int_range\":[\"ordinal\",{_random.Next(10)},{_random.Next(10, 30)}]}}",
        3 => $"{{\"synonym\":[[{Request.Quote(sample.Word(_random))},1.0],[{Request.Quote(sample.Word(_random))},0.5]],\"field\":\"body\"}}",
        _ => $"{{\"term\":[\"body\",{Request.Quote(sample.Word(_random))}]}}",
    };

    private static string Words(string[] words) => string.Join(',', words.Select(Request.Quote));
}
