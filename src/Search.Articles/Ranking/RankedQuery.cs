using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Search.Queries;

namespace Search.Articles.Ranking;

/// <summary>A query with all that adds to a paragraph's score: only the first part decides what matches.</summary>
internal sealed class RankedQuery
{
    private RankedQuery(Query query, IReadOnlyList<(string Name, Query Part)> parts)
    {
        Query = query;
        Parts = parts;
    }

    /// <summary>The whole, to be run.</summary>
    public Query Query { get; }

    /// <summary>What it is the sum of: <c>body</c> first, then the fields with a weight.</summary>
    public IReadOnlyList<(string Name, Query Part)> Parts { get; }

    /// <param name="match">What a paragraph must match.</param>
    /// <param name="profile">Weights of the fields.</param>
    /// <param name="filters">What it must match besides, without a score.</param>
    public static RankedQuery Create(Query match, RankingProfile profile, IReadOnlyList<Query> filters)
    {
        var parts = new List<(string Name, Query Part)> { ("body", Weighted(match, profile.Body)) };
        foreach ((string name, string target, float weight) in new[]
        {
            ("headline", ArticleFields.Headline, profile.Headline), ("lead", ArticleFields.Lead, profile.Lead),
            ("names", ArticleFields.Names, profile.Names), ("places", ArticleFields.Places, profile.Places),
        })
        {
            if (weight > 0 && FieldRetargeting.Retarget(match, target) is { } part)
                parts.Add((name, Weighted(part, weight)));
        }
        List<BooleanClause> clauses =
        [
            new(parts[0].Part, Occur.Must),
            .. parts.Skip(1).Select(part => new BooleanClause(part.Part, Occur.Should)),
            .. filters.Select(filter => new BooleanClause(filter, Occur.Filter)),
        ];
        return new RankedQuery(new BooleanQuery(clauses), parts);
    }

    private static Query Weighted(Query query, float weight) => weight == 1f ? query : new BoostQuery(query, weight);
}
