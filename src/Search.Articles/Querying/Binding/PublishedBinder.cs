using Search.Articles.Querying.Syntax;
using Search.Articles.Schema;
using Search.Engine.Search.Queries;

namespace Search.Articles.Querying.Binding;

/// <summary>Engine queries for dates of publication.</summary>
internal static class PublishedBinder
{
    public static Query Bind(QueryNode node, DateTimeOffset now) => node switch
    {
        QueryNode.Word word when PublishedPeriod.TryParse(word.Text, now) is var (from, until) => Between(from, until),
        QueryNode.Range range => Between(Start(range, now), End(range, now)),
        QueryNode.Everything => Between(null, null),
        _ => new MatchNoneQuery(),
    };

    // Without its first day a range starts behind it.
    private static DateTimeOffset? Start(QueryNode.Range range, DateTimeOffset now) =>
        range.Low is not null && PublishedPeriod.TryParse(range.Low, now) is var (from, until) ? (range.IncludeLow ? from : until) : null;

    private static DateTimeOffset? End(QueryNode.Range range, DateTimeOffset now) =>
        range.High is not null && PublishedPeriod.TryParse(range.High, now) is var (from, until) ? (range.IncludeHigh ? until : from) : null;

    // The end is exclusive, the engine's range inclusive.
    private static Query Between(DateTimeOffset? from, DateTimeOffset? until)
    {
        long first = from?.ToUnixTimeSeconds() ?? long.MinValue;
        long last = until?.ToUnixTimeSeconds() - 1 ?? long.MaxValue;
        return first <= last ? PointRangeQuery.Int64(ArticleFields.Published, first, last) : new MatchNoneQuery();
    }
}
