using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Values;

namespace Search.Articles.Ranking;

/// <summary>A query with all that adds to a paragraph's score: only the first part decides what matches.</summary>
internal sealed class RankedQuery
{
    private const double SecondsOfDay = 86_400;

    // Words further apart than that say no more together than alone.
    private const int NearbyWords = 8;

    private RankedQuery(Query query, IReadOnlyList<(string Name, Query Part)> parts)
    {
        Query = query;
        Parts = parts;
    }

    /// <summary>The whole, to be run.</summary>
    public Query Query { get; }

    /// <summary>What it is the sum of: <c>body</c> first, then what has a weight.</summary>
    public IReadOnlyList<(string Name, Query Part)> Parts { get; }

    /// <param name="match">What a paragraph must match.</param>
    /// <param name="context">Weights and what else the score depends on.</param>
    /// <param name="filters">What it must match besides, without a score.</param>
    public static RankedQuery Create(Query match, RankingContext context, IReadOnlyList<Query> filters)
    {
        RankingProfile profile = context.Profile;
        IReadOnlyList<(Query Leaf, float Weight)> leaves = WeightedLeaves.Of(match);
        var parts = new List<(string Name, Query Part)> { ("body", Weighted(FunctionWords.Lighten(match, leaves), profile.Body)) };
        leaves = FunctionWords.Without(leaves);
        Add(parts, "article", profile.Article, WholeArticle.Create(leaves));
        Add(parts, "headline", profile.Headline, FieldRetargeting.Retarget(leaves, ArticleFields.Headline));
        Add(parts, "lead", profile.Lead, FieldRetargeting.Retarget(leaves, ArticleFields.Lead));
        Add(parts, "names", profile.Names, FieldRetargeting.Retarget(leaves, ArticleFields.Names));
        Add(parts, "places", profile.Places, FieldRetargeting.Retarget(leaves, ArticleFields.Places));
        Add(parts, "proximity", profile.Proximity, Nearby(leaves));
        Add(parts, "recency", profile.Recency, context.NewestSecond is { } newest ? Recent(newest, profile.RecencyDays) : null);
        Add(parts, "feedback", 1f, context.Feedback?.Query);
        Query required = filters.Count == 0 ? parts[0].Part : new BooleanQuery(
            [new(parts[0].Part, Occur.Must), .. filters.Select(filter => new BooleanClause(filter, Occur.Filter))]);
        return new RankedQuery(new AdditiveQuery(required, [.. parts.Skip(1).Select(part => part.Part)]), parts);
    }

    private static void Add(List<(string Name, Query Part)> parts, string name, float weight, Query? part)
    {
        if (weight > 0 && part is not null)
            parts.Add((name, Weighted(part, weight)));
    }

    private static Query Weighted(Query query, float weight) => weight == 1f ? query : new BoostQuery(query, weight);

    // Neighbours of the query near each other in the paragraph, in either order.
    private static Query? Nearby(IReadOnlyList<(Query Leaf, float Weight)> leaves)
    {
        Term[] words = [.. leaves.Select(entry => entry.Leaf).OfType<TermQuery>().Select(leaf => leaf.Term)];
        if (words.Length < 2)
            return null;
        return new BooleanQuery([.. words.Zip(words.Skip(1)).Select(pair => new BooleanClause(
            new PhraseQuery(ArticleFields.Body, [(pair.First, 0), (pair.Second, 1)], NearbyWords), Occur.Should))]);
    }

    private static FunctionScoreQuery Recent(long newest, float halfLifeDays) => new(
        new MatchAllQuery(), ValueSource.Integers(ArticleFields.Published).Decay(DecayShape.Exponential, newest, halfLifeDays * SecondsOfDay));
}
