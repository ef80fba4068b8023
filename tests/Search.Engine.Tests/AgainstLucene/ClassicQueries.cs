namespace Search.Engine.Tests.AgainstLucene;

/// <summary>Random queries of the kinds that the classic syntax has beyond the measuring categories of <c>make_queries.py</c>.</summary>
internal sealed class ClassicQueries(TextSample sample, int seed)
{
    private const int NestingDepth = 2;

    private static readonly string[] Slops = ["", "~1", "~2", "~3", "~5", "~12"];
    private static readonly string[] Boosts = ["", "", "^2", "^0.5", "^3.7", "^1000", "^0.0001", "^0"];

    private readonly Random _random = new(seed);

    /// <summary>The same queries for the same seed and sample.</summary>
    public IEnumerable<QueryLine> All(int ofEachKind)
    {
        (string Category, Func<QueryLine> Make)[] kinds =
        [
            ("sloppy_run", () => Bare($"\"{string.Join(' ', Shuffled(sample.Run(_random, _random.Next(2, 6))))}\"{Any(Slops.AsSpan(1))}")),
            ("sloppy_repeats", () => Bare(Repeating())),
            ("phrase_stop_words", () => Bare($"\"{string.Join(' ', sample.Run(_random, _random.Next(2, 6)))}\"{Any(Slops)}{Any(Boosts)}")),
            ("prefix_boosted", () => Bare($"{Prefix()}{Any(Boosts)} {Sign()}{Word()}")),
            ("wildcard_more", () => Bare($"{Wildcard()}{Any(Boosts)} {Sign()}{Word()}")),
            ("date", () => Bare($"{Sign()}{Word()} {Sign()}{Dates()}{Any(Boosts)}")),
            ("ordinal", () => Bare($"{Sign()}{Word()} {Sign()}{Ordinals()}")),
            ("term_range", () => Bare($"{Sign()}{Word()} {Sign()}{Terms()}")),
            ("nested", () => Bare(Nested(NestingDepth))),
            ("many_words", () => Bare(string.Join(' ', Enumerable.Range(0, _random.Next(6, 25)).Select(_ => Word() + Any(Boosts))))),
            ("repeated_words", () => Bare(Twice())),
            ("negative", () => Bare(Negative())),
            ("names_places", () => Bare(Named())),
            ("keys", () => Bare(Keys())),
            ("absent", () => Bare(Absent())),
            ("filtered", () => new QueryLine("", $"{sample.Word(_random)} {Word()} {(_random.Next(2) == 0 ? Leaf() : $"({Nested(0)})")}", Filter())),
        ];
        return kinds.SelectMany(kind => Enumerable.Range(0, ofEachKind).Select(_ => kind.Make() with { Category = kind.Category }));
    }

    private static QueryLine Bare(string query) => new("", query);

    private string Nested(int depth)
    {
        string[] clauses = [.. Enumerable.Range(0, _random.Next(2, 5)).Select(_ => $"{Any(["", "", "", "+", "-"])}{Clause(depth)}{Any(Boosts)}")];
        return string.Join(_random.Next(6) switch { 0 => " AND ", 1 => " OR ", _ => " " }, clauses);
    }

    private string Clause(int depth) => depth == 0 || _random.Next(3) == 0 ? Leaf() : $"({Nested(depth - 1)})";

    private string Leaf() => _random.Next(8) switch
    {
        0 => $"\"{string.Join(' ', sample.Run(_random, 2))}\"{Any(Slops)}",
        1 => Prefix(),
        2 => $"title:{Word()}",
        3 => _random.Next(2) == 0 ? Dates() : Ordinals(),
        _ => sample.Word(_random),
    };

    private string Filter() => _random.Next(6) switch
    {
        0 => $"source:\"{sample.Keys(_random).Source}\"",
        1 => $"+source:\"{sample.Keys(_random).Source}\" +{Dates()}",
        2 => $"\"{string.Join(' ', sample.Run(_random, 2))}\" {Prefix()}",
        3 => $"*:* -{sample.Word(_random)}",
        4 => $"{Prefix()} {Word()}",
        _ => Nested(2),
    };

    private string Negative() => _random.Next(5) switch
    {
        0 => $"*:* -{Word()} -{Word()}",
        1 => $"-{Word()}",
        2 => $"+*:*{Any(Boosts)} {Word()}",
        3 => $"{Word()} NOT ({Word()} {Word()})",
        _ => $"(+{Word()} -{Word()}) -\"{string.Join(' ', sample.Run(_random, 2))}\"",
    };

    private string Named() => _random.Next(4) switch
    {
        0 => $"names:\"{sample.Name(_random)}\"{Any(Slops)}",
        1 => $"places:\"{sample.Place(_random)}\"{Any(Boosts)} {Word()}",
        2 => $"+names:({sample.Name(_random)}) {Word()}",
        _ => $"names:\"{sample.Name(_random)}\"^3 OR title:\"{string.Join(' ', sample.Run(_random, 2))}\"~2 OR places:({sample.Place(_random)})",
    };

    private string Keys()
    {
        (string id, string article, string source, _) = sample.Keys(_random);
        return _random.Next(5) switch
        {
            0 => $"id:\"{id}\"",
            1 => $"article:\"{article}\" {Word()}",
            2 => $"+article:\"{article}\" -ordinal:[0 TO 1]",
            3 => $"source:\"{source}\"{Any(Boosts)} {Word()}",
            _ => $"id:\"{id}\" id:\"{sample.Keys(_random).Id}\" article:{article[..^1]}*",
        };
    }

    private string Absent() => _random.Next(6) switch
    {
        0 => "the",
        1 => $"+the +{Word()}",
        2 => $"zzyzx {Word()}",
        3 => $"{Word()} -zzyzx",
        4 => "+zzyzx*",
        _ => $"\"{Word()} zzyzx\" nosuchfield:{Word()}",
    };

    private string Dates()
    {
        DateOnly from = sample.Keys(_random).Date;
        DateOnly to = from.AddDays(_random.Next(1, 900));
        return _random.Next(5) switch
        {
            0 => $"date:{from:yyyy-MM-dd}",
            1 => $"date:[* TO {to:yyyy-MM-dd}}}",
            2 => $"date:{{{from:yyyy-MM-dd} TO *]",
            3 => $"date:[{from.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber} TO {to:yyyy-MM-dd}]",
            _ => $"date:[{from:yyyy-MM-dd} TO {to:yyyy-MM-dd}]",
        };
    }

    private string Ordinals() => _random.Next(4) switch
    {
        0 => $"ordinal:{_random.Next(45)}",
        1 => $"ordinal:{{{_random.Next(20)} TO *]",
        2 => $"ordinal:[* TO {_random.Next(20)}]",
        _ => $"ordinal:[{_random.Next(5)} TO {_random.Next(5, 30)}}}",
    };

    private string Terms()
    {
        string[] bounds = [sample.RareWord(_random), sample.RareWord(_random)];
        Array.Sort(bounds, StringComparer.Ordinal);
        string field = Any(["", "title:", "names:", "source:"]);
        return _random.Next(3) switch
        {
            0 => $"{field}[{bounds[0]} TO {bounds[1]}]",
            1 => $"{field}{{{bounds[0]} TO {bounds[1]}}}",
            _ => $"{field}[{bounds[0]} TO *]",
        };
    }

    private string Prefix()
    {
        string word = sample.RareWord(_random);
        return $"{word[..Math.Min(word.Length, _random.Next(1, 6))]}*";
    }

    private string Wildcard()
    {
        string word = sample.RareWord(_random);
        int at = _random.Next(word.Length);
        return _random.Next(4) switch
        {
            0 => $"*{word[(word.Length / 2)..]}",
            1 => $"{word[..at]}?{word[(at + 1)..]}",
            2 => $"?{word[1..]}*",
            _ => $"{word[..1]}*{word[^1]}?",
        };
    }

    private string Twice()
    {
        string[] words = [Word(), Word(), Word()];
        return $"{words[0]} {words[1]} {words[0]}{Any(Boosts)} {Sign()}{words[2]} {words[1]} {Sign()}{words[2]}";
    }

    private string Repeating()
    {
        string[] words = sample.Run(_random, 2);
        return $"\"{words[0]} {words[1]} {words[_random.Next(2)]}\"{Any(Slops.AsSpan(1))}";
    }

    private string Word() => _random.Next(3) == 0 ? sample.RareWord(_random) : sample.Word(_random);

    private string Sign() => Any(["", "", "+", "-"]);

    private string[] Shuffled(string[] words)
    {
        _random.Shuffle(words);
        return words;
    }

    private string Any(ReadOnlySpan<string> choices) => choices[_random.Next(choices.Length)];
}
