using System.Text.Json;
using Search.Engine.Search;
using Search.Engine.Search.Grouping;
using Search.Engine.Search.Queries;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Collapsing; the twin of the oracle's <c>CollapseForms.java</c>, which tells the form.</summary>
internal static class CollapseForms
{
    /// <summary>Numbers, groups and their hits.</summary>
    public static string Ours(IndexSearcher searcher, Query query, JsonElement request)
    {
        JsonElement form = request.GetProperty("collapse");
        CollapsedDocs collapsed = searcher.Collapse(query, new CollapseOptions
        {
            Column = QueryForms.Text(form, "field", ""),
            Groups = QueryForms.Number(form, "groups", 10),
            Offset = QueryForms.Number(form, "offset", 0),
            HitsPerGroup = QueryForms.Number(form, "hits", 1),
            Sort = OrderForms.Sort(request, "sort"),
            SortWithin = OrderForms.Sort(form, "within"),
        });
        IEnumerable<string> groups = collapsed.Groups.Select(group =>
            Text(group.Key.IsMissing ? null : group.Key.ToString(), group.TotalHits.Value, $"{BitConverter.SingleToUInt32Bits(group.MaxScore):x8}")
            + string.Concat(group.ScoreDocs.Select(hit => OrderForms.Describe(searcher, hit, withKeys: false))));
        return $"{collapsed.TotalHits.Value} in {collapsed.TotalGroups.Value}{string.Concat(groups)}";
    }

    /// <summary>The same words for an answer of the oracle's.</summary>
    public static string Lucenes(JsonElement answer)
    {
        IEnumerable<string> groups = answer.GetProperty("groups").EnumerateArray().Select(group =>
            Text(group[0].GetString(), group[1].GetInt64(), group[2].GetString()!) + OrderForms.Hits(group[3], withKeys: false));
        return $"{answer.GetProperty("total").GetInt64()} in {answer.GetProperty("groupTotal").GetInt64()}{string.Concat(groups)}";
    }

    private static string Text(string? key, long hits, string maxScore) => $"\n    {key ?? "(none)"}: {hits} {maxScore}";
}
