using System.Text.Json;
using Search.Engine.Search;
using Search.Engine.Search.Queries;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Orders and pages; the twin of the oracle's <c>OrderForms.java</c>, which tells the form.</summary>
internal static class OrderForms
{
    /// <summary>The order of a request; null: by score.</summary>
    public static IReadOnlyList<SortField>? Sort(JsonElement request, string key) =>
        request.TryGetProperty(key, out JsonElement form) ? [.. form.EnumerateArray().Select(FieldOf)] : null;

    /// <summary>Total and hits of the first pages.</summary>
    public static string Ours(IndexSearcher searcher, Query query, JsonElement request, int k)
    {
        IReadOnlyList<SortField>? sort = Sort(request, "sort");
        var options = new SearchOptions { Sort = sort, TotalHitsThreshold = int.MaxValue };
        var text = "";
        var total = 0L;
        for (var page = 0; page < QueryForms.Number(request, "pages", 1); page++)
        {
            TopDocs top = searcher.Search(query, k, options);
            total = top.TotalHits.Value;
            if (top.ScoreDocs.Count == 0)
                break;
            text += string.Concat(top.ScoreDocs.Select(hit => Describe(searcher, hit, withKeys: sort is not null)));
            options = options with { After = top.ScoreDocs[^1] };
        }
        return $"{total}{text}";
    }

    /// <summary>The same words for an answer of the oracle's.</summary>
    public static string Lucenes(JsonElement answer) => $"{answer.GetProperty("total").GetInt64()}{Hits(answer.GetProperty("hits"), withKeys: true)}";

    /// <summary>Hits of the oracle's.</summary>
    /// <param name="withKeys">Whether to say what was compared of those that have it.</param>
    public static string Hits(JsonElement hits, bool withKeys) => string.Concat(hits.EnumerateArray().Select(hit =>
        $" {hit[0].GetString()}={AnswerText.BitsOf(hit[2].GetString()!)}{(withKeys && hit.GetArrayLength() > 3 ? $"[{string.Join('|', hit[3].EnumerateArray().Select(key => key.GetString()))}]" : "")}"));

    /// <summary>A hit in the words of <see cref="Hits"/>.</summary>
    public static string Describe(IndexSearcher searcher, ScoreDoc hit, bool withKeys) =>
        $" {StoredId.Of(searcher.Reader, hit.Doc)}={BitConverter.SingleToUInt32Bits(hit.Score):x8}{(withKeys ? $"[{string.Join('|', hit.SortKeys!.Select(KeyText))}]" : "")}";

    private static string KeyText(SortKey key) => key.Value switch
    {
        null => "null",
        float single => $"{(float.IsNaN(single) ? 0x7fc00000 : BitConverter.SingleToInt32Bits(single)):x8}",
        double real => $"{(double.IsNaN(real) ? 0x7ff8000000000000 : BitConverter.DoubleToInt64Bits(real)):x16}",
        var value => FormattableString.Invariant($"{value}"),
    };

    private static SortField FieldOf(JsonElement form)
    {
        string column = QueryForms.Text(form, "field", "");
        bool hasMissing = form.TryGetProperty("missing", out JsonElement missing);
        SortField criterion = QueryForms.Text(form, "kind", "score") switch
        {
            "doc" => SortField.Doc,
            "int" or "long" => SortField.Integer(column) with { MissingInteger = hasMissing ? missing.GetInt64() : null },
            "float" => SortField.Single(column) with { MissingNumber = hasMissing ? missing.GetDouble() : 0 },
            "double" => SortField.Double(column) with { MissingNumber = hasMissing ? missing.GetDouble() : 0 },
            "string" => SortField.Text(column) with { MissingTextLast = hasMissing && missing.GetString() == "last" },
            _ => SortField.Score,
        };
        return criterion with { Reverse = QueryForms.Flag(form, "reverse", false), Selector = SelectorOf(QueryForms.Text(form, "selector", "MIN")) };
    }

    private static SortSelector SelectorOf(string name) => name switch
    {
        "MAX" => SortSelector.Max,
        "MIDDLE_MIN" => SortSelector.MiddleMin,
        "MIDDLE_MAX" => SortSelector.MiddleMax,
        _ => SortSelector.Min,
    };
}
