using Search.Engine.Tests.AgainstLucene;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Random requests for many terms at once: mistyped words, patterns, regular expressions, prefixes and ranges, run in every way.</summary>
internal sealed class TermRequests(TextSample sample, int seed)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    private static readonly string[] Fields = ["body", "body", "body", "title", "names", "source", "nosuchfield"];
    private static readonly string[] Roles = ["MUST", "SHOULD", "SHOULD", "FILTER", "MUST_NOT"];

    private readonly Random _random = new(seed);

    /// <summary>The same requests for the same seed and sample.</summary>
    public IEnumerable<Request> Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return (i % 6) switch
            {
                0 or 1 => Request.Of("fuzzy", Fuzzy()),
                2 => Request.Of("wildcard", Many("wildcard", Wildcard())),
                3 => Request.Of("regexp", Many("regexp", Regexp())),
                4 => Request.Of("prefix and range", _random.Next(2) == 0 ? Many("prefix", Start(sample.RareWord(_random))) : Range()),
                _ => Request.Of("terms in trees", Tree()),
            };
        }
    }

    private string Tree()
    {
        string[] clauses = [.. Enumerable.Range(0, _random.Next(2, 5)).Select(_ => $"[\"{Any(Roles)}\",{Leaf()}]")];
        return $"{{\"bool\":[{string.Join(',', clauses)}],\"minShouldMatch\":{_random.Next(3) / 2}}}";
    }

    private string Leaf() => _random.Next(7) switch
    {
        0 => $"{{\"boost\":{_random.Next(1, 40) / 8.0},\"query\":{Fuzzy()}}}",
        1 => $"{{\"dismax\":[{Fuzzy()},{Many("wildcard", Wildcard())}],\"tie\":0.3}}",
        2 => Fuzzy(),
        3 => Many("prefix", Start(sample.RareWord(_random))),
        _ => $"{{\"term\":[\"body\",{Request.Quote(sample.Word(_random))}]}}",
    };

    private string Fuzzy()
    {
        string word = Mistyped(_random.Next(3) == 0 ? sample.RareWord(_random) : sample.Word(_random), _random.Next(3));
        string form = $"{{\"fuzzy\":[\"{Any(Fields)}\",{Request.Quote(word)}]";
        if (_random.Next(2) == 0)
            form += $",\"maxEdits\":{_random.Next(3)}";
        if (_random.Next(2) == 0)
            form += $",\"prefixLength\":{_random.Next(4)}";
        if (_random.Next(3) == 0)
            form += $",\"maxExpansions\":{_random.Next(1, 60)}";
        if (_random.Next(3) == 0)
            form += ",\"transpositions\":false";
        // Words that are short get negative boosts, which Lucene refuses where it does not choose among the terms.
        return form + (word.Length > 4 && _random.Next(4) == 0 ? Rewrite() : "") + "}";
    }

    private string Many(string kind, string pattern) => $"{{\"{kind}\":[\"{Any(Fields)}\",{Request.Quote(pattern)}]{(_random.Next(2) == 0 ? Rewrite() : "")}}}";

    private string Range()
    {
        string[] bounds = [Start(sample.RareWord(_random)), sample.RareWord(_random)];
        Array.Sort(bounds, StringComparer.Ordinal);
        string low = _random.Next(6) == 0 ? "null" : Request.Quote(bounds[0]);
        string high = _random.Next(6) == 0 ? "null" : Request.Quote(bounds[1]);
        return $"{{\"term_range\":[\"{Any(Fields)}\",{low},{high},{Flag()},{Flag()}]}}";
    }

    // All but constant scores refuse more than 1,024 terms or choose among them.
    private string Rewrite() => $",\"rewrite\":\"{_random.Next(7) switch
    {
        0 => "scoring_boolean",
        1 => "constant_score_boolean",
        2 => $"top_terms:{_random.Next(1, 30)}",
        3 => $"top_terms_boost:{_random.Next(1, 30)}",
        4 => $"top_terms_blended:{_random.Next(1, 30)}",
        _ => "constant_score",
    }}\"";

    private string Wildcard()
    {
        string word = sample.RareWord(_random);
        int at = _random.Next(word.Length);
        return _random.Next(7) switch
        {
            0 => $"*{word[(word.Length / 2)..]}",
            1 => $"{word[..at]}?{word[(at + 1)..]}",
            2 => $"?{word[1..]}*",
            3 => $"{word[..1]}*{word[^1]}?",
            4 => $"*{word[..2]}*{word[^1]}*",
            5 => $"{word[..at]}\\{word[at]}*",
            _ => $"{word[..2]}*",
        };
    }

    private string Regexp()
    {
        string word = sample.RareWord(_random);
        int at = _random.Next(word.Length);
        string other = sample.Word(_random);
        return _random.Next(11) switch
        {
            0 => $"{word[..at]}.{word[(at + 1)..]}",
            1 => $"({word}|{other})s?",
            2 => $"{word[..2]}[a-m]+.*",
            3 => $"{word[..1]}[^aeiou]{{1,3}}{word[^1]}",
            4 => $"{word[..1]}@{word[^1]}&~(@e@)",
            5 => $"{word[..2]}(ing|ed|s)*.?",
            6 => $"\"{word[..1]}\".{{2,4}}{word[^1]}?",
            7 => $"[{word[0]}{other[0]}].*({word[^1]}|{other[^1]})",
            8 => $"<1-{_random.Next(3, 3000)}>(st|nd|rd|th)?",
            9 => $"~(@)|{word}",
            _ => $".*{word[..2]}.*{word[^1]}",
        };
    }

    private string Mistyped(string word, int edits)
    {
        for (; edits > 0 && word.Length > 1; edits--)
        {
            int at = _random.Next(word.Length - 1);
            word = _random.Next(4) switch
            {
                0 => word.Remove(at, 1),
                1 => word.Insert(at, $"{Letters[_random.Next(Letters.Length)]}"),
                2 => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
                _ => $"{word[..at]}{Letters[_random.Next(Letters.Length)]}{word[(at + 1)..]}",
            };
        }
        return word;
    }

    private string Start(string word) => word[..Math.Min(word.Length, _random.Next(1, 6))];

    private string Flag() => _random.Next(2) == 0 ? "true" : "false";

    private T Any<T>(T[] choices) => choices[_random.Next(choices.Length)];
}
