using Search.Engine.Index;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>A query whose scores are multiplied.</summary>
public sealed class BoostQuery : Query
{
    /// <summary>Scores of <paramref name="query"/> times <paramref name="boost"/>.</summary>
    /// <param name="boost">Finite, at least 0; 0 matches with score 0.</param>
    public BoostQuery(Query query, float boost)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (!float.IsFinite(boost) || boost < 0)
            throw new ArgumentOutOfRangeException(nameof(boost), boost, "a boost is finite and not negative");
        Query = query;
        Boost = boost;
    }

    /// <summary>What is boosted.</summary>
    public Query Query { get; }

    /// <summary>The factor.</summary>
    public float Boost { get; }

    /// <inheritdoc/>
    public override string ToString(string defaultField) => $"({Query.ToString(defaultField)})^{QueryText.Number(Boost)}";

    internal override Query Rewrite(IndexReader reader)
    {
        Query rewritten = Query.Rewrite(reader);
        if (Boost == 1f || rewritten is MatchNoneQuery)
            return rewritten;
        if (rewritten is BoostQuery inner)
            return new BoostQuery(inner.Query, Product(inner.Boost, Boost));
        if (Boost == 0f && rewritten is not ConstantScoreQuery)
            return new BoostQuery(new ConstantScoreQuery(rewritten), 0f);
        return ReferenceEquals(rewritten, Query) ? this : new BoostQuery(rewritten, Boost);
    }

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        Query.CreateWeight(searcher, needsScores, Product(boost, Boost));

    /// <summary>One factor for two that follow one another; the largest float where it would be infinite: an infinite weight has scores that are no numbers.</summary>
    internal static float Product(double left, double right) => (float)Math.Min(left * right, float.MaxValue);

    internal override void AddCost(QueryCost cost) => Query.AddCost(cost);

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (BoostQuery)other;
        return Boost.Equals(that.Boost) && Query.Equals(that.Query);
    }

    private protected override int HashOfContent() => HashCode.Combine(Query, Boost);
}
