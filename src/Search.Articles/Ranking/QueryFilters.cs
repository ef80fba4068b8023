using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Articles.Ranking;

/// <summary>The filters of a search as queries.</summary>
internal sealed class QueryFilters
{
    private QueryFilters(IReadOnlyList<Query> always, IReadOnlyList<FacetDimension> dimensions)
    {
        Always = always;
        Dimensions = dimensions;
    }

    /// <summary>What a result must match whatever is counted: that it is a paragraph, the days, all names and all places.</summary>
    public IReadOnlyList<Query> Always { get; }

    /// <summary>What is counted as if it were not chosen: the alternatives of a field, and each excluded value.</summary>
    public IReadOnlyList<FacetDimension> Dimensions { get; }

    /// <summary>All of them.</summary>
    public IReadOnlyList<Query> All => [.. Always, .. Dimensions.Select(dimension => dimension.Filter)];

    /// <exception cref="QueryException">There are too many, or one has a value that it cannot have.</exception>
    public static QueryFilters Create(ArticleQuery query)
    {
        if (query.Filters.Count > ArticleQuery.MaxFilters)
            throw new QueryException($"A search has at most {ArticleQuery.MaxFilters} filters, not {query.Filters.Count}.");
        // Headlines and keywords stand on the article's own document too; a result is a paragraph.
        var always = new List<Query> { new TermQuery(new Term(ArticleFields.Kind, ArticleFields.ParagraphKindValue)) };
        if (query.From is not null || query.Until is not null)
            always.Add(Between(query.From, query.Until));
        var dimensions = new List<FacetDimension>();
        foreach (IGrouping<FacetField, FacetFilter> chosen in query.Filters.Where(filter => !filter.IsExcluded).Distinct().GroupBy(filter => filter.Field))
        {
            if (chosen.Key is FacetField.Name or FacetField.Place)
                always.AddRange(chosen.Select(FacetFilters.ToQuery));
            else
                dimensions.Add(new FacetDimension(chosen.Key, null, AnyOf([.. chosen.Select(FacetFilters.ToQuery)])));
        }
        foreach (FacetFilter excluded in query.Filters.Where(filter => filter.IsExcluded).Distinct())
            dimensions.Add(new FacetDimension(excluded.Field, excluded.Value, Not(FacetFilters.ToQuery(excluded))));
        return new QueryFilters(always, dimensions);
    }

    /// <summary>Published in a range of moments; the end is exclusive, null is open.</summary>
    public static Query Between(DateTimeOffset? from, DateTimeOffset? until)
    {
        long first = from?.ToUnixTimeSeconds() ?? long.MinValue;
        // The end is exclusive, the engine's range inclusive.
        long last = until is { } end ? end.ToUnixTimeSeconds() - 1 : long.MaxValue;
        return first <= last ? PointRangeQuery.Int64(ArticleFields.Published, first, last) : new MatchNoneQuery();
    }

    private static Query AnyOf(IReadOnlyList<Query> queries) =>
        queries.Count == 1 ? queries[0] : new BooleanQuery([.. queries.Select(query => new BooleanClause(query, Occur.Should))]);

    private static BooleanQuery Not(Query query) => new([new BooleanClause(new MatchAllQuery(), Occur.Must), new BooleanClause(query, Occur.MustNot)]);
}
