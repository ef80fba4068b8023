using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Articles.Ranking;

/// <summary>The filters of a search as queries: alternatives within outlets, all of the names, all of the places, a range of days.</summary>
internal static class QueryFilters
{
    public static IReadOnlyList<Query> Create(ArticleQuery query)
    {
        // Headlines and keywords stand on the article's own document too; a result is a paragraph.
        var filters = new List<Query> { new TermQuery(new Term(ArticleFields.Kind, ArticleFields.ParagraphKindValue)) };
        if (query.Outlets.Count > 0)
            filters.Add(new TermInSetQuery(ArticleFields.Outlet, [.. query.Outlets.Select(outlet => new Term(ArticleFields.Outlet, outlet))]));
        filters.AddRange(query.Names.Select(name => new TermQuery(new Term(ArticleFields.Name, name))));
        filters.AddRange(query.Places.Select(place => new TermQuery(new Term(ArticleFields.Place, place))));
        if (query.From is not null || query.Until is not null)
        {
            long from = query.From?.ToUnixTimeSeconds() ?? long.MinValue;
            // The end is exclusive, the engine's range inclusive.
            long to = query.Until is { } until ? until.ToUnixTimeSeconds() - 1 : long.MaxValue;
            filters.Add(from <= to ? PointRangeQuery.Int64(ArticleFields.Published, from, to) : new MatchNoneQuery());
        }
        return filters;
    }
}
