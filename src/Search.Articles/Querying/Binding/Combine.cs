using Search.Engine.Search.Queries;

namespace Search.Articles.Querying.Binding;

/// <summary>Puts engine queries together.</summary>
internal static class Combine
{
    public static Query Any(IReadOnlyList<Query> queries) =>
        queries.Count == 1 ? queries[0] : new BooleanQuery([.. queries.Select(query => new BooleanClause(query, Occur.Should))]);

    /// <summary>What matches, filtered; only the first part scores.</summary>
    public static Query All(Query scored, params ReadOnlySpan<Query> filters) => new BooleanQuery(
        [new BooleanClause(scored, Occur.Must), .. filters.ToArray().Select(filter => new BooleanClause(filter, Occur.Filter))]);
}
