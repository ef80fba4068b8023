using System.Text.Json;
using Search.Engine.Search.Queries;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Interval queries, and phrases whose last word is a beginning; null for other kinds.</summary>
/// <remarks>A source is a word, or an object whose first key is the kind.</remarks>
internal static class IntervalForms
{
    public static Query? Parse(string kind, JsonElement form) => kind switch
    {
        "intervals" => IntervalQuery(form),
        "phrase_prefix" => new PhrasePrefixQuery(
            QueryForms.Text(form, "field", "body"),
            [.. form.GetProperty(kind).EnumerateArray().Select(word => word.GetString()!)],
            QueryForms.Number(form, "slop", 0),
            QueryForms.Number(form, "max", PhrasePrefixQuery.DefaultMaxExpansions)),
        _ => null,
    };

    /// <summary>The source of a tree.</summary>
    public static IntervalSource Source(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.String)
            return Intervals.Term(node.GetString()!);
        JsonProperty kind = node.EnumerateObject().First();
        JsonElement value = kind.Value;
        return kind.Name switch
        {
            "prefix" => Intervals.Prefix(value.GetString()!, QueryForms.Number(node, "max", Intervals.DefaultMaxExpansions)),
            "wildcard" => Intervals.Wildcard(value.GetString()!, QueryForms.Number(node, "max", Intervals.DefaultMaxExpansions)),
            "phrase" => Intervals.Phrase(Sources(value)),
            "or" => QueryForms.Flag(node, "split", true) ? Intervals.Or(Sources(value)) : Intervals.OrTogether(Sources(value)),
            "ordered" => Intervals.Ordered(Sources(value)),
            "unordered" => Intervals.Unordered(Sources(value)),
            "at_least" => Intervals.AtLeast(QueryForms.Number(node, "minimum", 1), Sources(value)),
            "max_width" => Intervals.MaxWidth(value[0].GetInt32(), Source(value[1])),
            "max_gaps" => Intervals.MaxGaps(value[0].GetInt32(), Source(value[1])),
            "extend" => Intervals.Extend(Source(value[0]), value[1].GetInt32(), value[2].GetInt32()),
            "within" => Intervals.Within(Source(value[0]), value[1].GetInt32(), Source(value[2])),
            "not_within" => Intervals.NotWithin(Source(value[0]), value[1].GetInt32(), Source(value[2])),
            "fix_field" => Intervals.FixField(value[0].GetString()!, Source(value[1])),
            _ => Pair(kind.Name, Source(value[0]), Source(value[1])),
        };
    }

    private static IntervalSource Pair(string kind, IntervalSource one, IntervalSource other) => kind switch
    {
        "unordered_no_overlaps" => Intervals.UnorderedNoOverlaps(one, other),
        "containing" => Intervals.Containing(one, other),
        "not_containing" => Intervals.NotContaining(one, other),
        "contained_by" => Intervals.ContainedBy(one, other),
        "not_contained_by" => Intervals.NotContainedBy(one, other),
        "overlapping" => Intervals.Overlapping(one, other),
        "non_overlapping" => Intervals.NonOverlapping(one, other),
        "before" => Intervals.Before(one, other),
        "after" => Intervals.After(one, other),
        _ => throw new UnknownKindException(kind),
    };

    private static IntervalQuery IntervalQuery(JsonElement form)
    {
        string field = QueryForms.Text(form, "field", "body");
        IntervalSource source = Source(form.GetProperty("intervals"));
        float pivot = QueryForms.Real(form, "pivot", 1f);
        if (form.TryGetProperty("exponent", out JsonElement exponent))
            return new IntervalQuery(field, source, pivot, exponent.GetSingle());
        return form.TryGetProperty("pivot", out _) ? new IntervalQuery(field, source, pivot) : new IntervalQuery(field, source);
    }

    private static IntervalSource[] Sources(JsonElement nodes) => [.. nodes.EnumerateArray().Select(Source)];
}
