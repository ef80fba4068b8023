using System.Text.Json;

namespace Search.Engine.Tests.Search.Proximity;

/// <summary>A source as docs/interval-semantics.md makes it ("Construction"), literally: a kind, numbers, parts.</summary>
/// <param name="Kind">As in the JSON dialect of requests; <c>repeat</c>, <c>preceding</c> and <c>following</c> besides.</param>
internal sealed record PlainSource(string Kind, IReadOnlyList<PlainSource> Parts, int First = 0, int Second = 0, string Text = "")
{
    /// <summary>What makes sources equal.</summary>
    public string Key { get; } = $"{Kind} {First} {Second} {Text}({string.Join(',', Kind == "or" ? Parts.Select(part => part.Key).Order(StringComparer.Ordinal) : Parts.Select(part => part.Key))})";

    /// <summary>The table's least extent.</summary>
    public int LeastExtent => Kind switch
    {
        "term" or "terms" or "preceding" or "following" => 1,
        "ordered" or "unordered" or "phrase" => Parts.Sum(part => part.LeastExtent),
        "or" => Parts.Min(part => part.LeastExtent),
        "at_least" => Parts.Select(part => part.LeastExtent).Order().Take(First).Sum(),
        "extend" => Parts[0].LeastExtent + First + Second,
        _ => Parts[0].LeastExtent,
    };

    // An "or" that stays together has the text "together", which its equality must not know.
    private bool MayBeSplit { get; init; } = true;

    /// <summary>The source of a tree of the JSON dialect.</summary>
    public static PlainSource Parse(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.String)
            return new PlainSource("term", [], Text: node.GetString()!);
        JsonProperty kind = node.EnumerateObject().First();
        JsonElement value = kind.Value;
        PlainSource Part(int i) => Parse(value[i]);
        PlainSource[] All() => [.. value.EnumerateArray().Select(Parse)];
        return kind.Name switch
        {
            "prefix" => new PlainSource("terms", [], Text: value.GetString()!),
            "phrase" => Phrase(All()),
            "or" => Or(All(), !node.TryGetProperty("split", out JsonElement split) || split.GetBoolean()),
            "ordered" => Ordered(All()),
            "unordered" => Unordered(All()),
            "unordered_no_overlaps" => Or([Ordered([Part(0), Part(1)]), Ordered([Part(1), Part(0)])]),
            "at_least" => new PlainSource("at_least", All(), node.GetProperty("minimum").GetInt32()),
            "max_width" => new PlainSource("max_width", [Part(1)], value[0].GetInt32()),
            "max_gaps" => Or([.. Part(1).Alternatives().Select(each => new PlainSource("max_gaps", [each], value[0].GetInt32()))]),
            "extend" => Extend(Part(0), value[1].GetInt32(), value[2].GetInt32()),
            "within" => Relation("contained_by", Part(0), Extend(Part(2), value[1].GetInt32(), value[1].GetInt32())),
            "not_within" => Relation("non_overlapping", Part(0), Extend(Part(2), value[1].GetInt32(), value[1].GetInt32())),
            "before" => Relation("contained_by", Part(0), Extend(new PlainSource("preceding", [Part(1)]), int.MaxValue, 0)),
            "after" => Relation("contained_by", Part(0), Extend(new PlainSource("following", [Part(1)]), 0, int.MaxValue)),
            _ => Relation(kind.Name, Part(0), Part(1)),
        };
    }

    private static PlainSource Extend(PlainSource source, int before, int after) => new("extend", [source], before, after);

    private static PlainSource Relation(string kind, PlainSource subject, PlainSource reference) => kind switch
    {
        "containing" or "not_containing" => Or([.. subject.Split().Select(each => new PlainSource(kind, [each, reference]))]),
        "contained_by" or "not_contained_by" => Or([.. reference.Split().Select(each => new PlainSource(kind, [subject, each]))]),
        _ => new PlainSource(kind, [subject, reference]),
    };

    private static PlainSource Or(IReadOnlyList<PlainSource> parts, bool mayBeSplit = true)
    {
        PlainSource[] distinct = [.. (mayBeSplit ? parts.SelectMany(part => part.Kind == "or" ? part.Alternatives() : [part]) : parts).DistinctBy(part => part.Key)];
        return distinct.Length == 1 ? distinct[0] : new PlainSource("or", distinct) { MayBeSplit = mayBeSplit };
    }

    private static PlainSource Phrase(PlainSource[] parts) => parts.Length == 1
        ? parts[0]
        : Or([.. Combinations(parts).Select(chosen => new PlainSource("phrase", [.. Opened("phrase", chosen)]))]);

    private static PlainSource Ordered(PlainSource[] parts)
    {
        if (parts.Length == 1)
            return parts[0];
        var grouped = new List<(PlainSource Part, int Times)>();
        foreach (PlainSource part in Opened("ordered", parts))
        {
            if (grouped.Count > 0 && grouped[^1].Part.Key == part.Key)
                grouped[^1] = (grouped[^1].Part, grouped[^1].Times + 1);
            else
                grouped.Add((part, 1));
        }
        return Repeated("ordered", grouped);
    }

    private static PlainSource Unordered(PlainSource[] parts) => parts.Length == 1
        ? parts[0]
        : Repeated("unordered", Opened("unordered", parts).GroupBy(part => part.Key).Select(group => (group.First(), group.Count())));

    private static PlainSource Repeated(string kind, IEnumerable<(PlainSource Part, int Times)> groups)
    {
        PlainSource[] parts = [.. groups.Select(group => group.Times == 1 ? group.Part : new PlainSource("repeat", [group.Part], group.Times))];
        return parts.Length == 1 ? parts[0] : new PlainSource(kind, parts);
    }

    private static IEnumerable<PlainSource> Opened(string kind, IEnumerable<PlainSource> parts) =>
        parts.SelectMany(part => part.Kind == kind ? part.Parts : [part]);

    private IReadOnlyList<PlainSource> Alternatives() => Kind switch
    {
        "or" when MayBeSplit => Parts,
        "max_width" or "max_gaps" or "extend" => [.. Parts[0].Alternatives().Select(each => this with { Parts = [each] }).Select(Renewed)],
        "ordered" or "unordered" or "overlapping" => [.. Combinations(Parts).Select(chosen => new PlainSource(Kind, chosen))],
        _ => [this],
    };

    private IReadOnlyList<PlainSource> Split()
    {
        ILookup<bool, PlainSource> bySize = Alternatives().ToLookup(each => each.LeastExtent == 1);
        return bySize.Contains(true) ? [Or([.. bySize[true]]), .. bySize[false]] : [.. bySize[false]];
    }

    private static IReadOnlyList<IReadOnlyList<PlainSource>> Combinations(IReadOnlyList<PlainSource> parts)
    {
        IEnumerable<PlainSource[]> chosen = [[]];
        foreach (PlainSource part in parts)
            chosen = [.. chosen.SelectMany(before => part.Split().Select(each => (PlainSource[])[.. before, each]))];
        return [.. chosen];
    }

    // "with" keeps the key of the original.
    private static PlainSource Renewed(PlainSource source) => new(source.Kind, source.Parts, source.First, source.Second, source.Text);
}
