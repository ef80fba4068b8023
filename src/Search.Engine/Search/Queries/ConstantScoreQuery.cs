using Search.Engine.Index;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>The documents of a query, all with the boost as their score.</summary>
public sealed class ConstantScoreQuery : Query
{
    /// <summary>The documents of <paramref name="query"/>; its own scores and boosts do not count.</summary>
    public ConstantScoreQuery(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Query = query;
    }

    /// <summary>What is to match.</summary>
    public Query Query { get; }

    /// <inheritdoc/>
    public override string ToString(string defaultField) => $"ConstantScore({Query.ToString(defaultField)})";

    internal override Query Rewrite(IndexReader reader)
    {
        Query rewritten = Query.Rewrite(reader);
        return rewritten switch
        {
            MatchNoneQuery or ConstantScoreQuery => rewritten,
            BoostQuery inner => new ConstantScoreQuery(inner.Query),
            _ => ReferenceEquals(rewritten, Query) ? this : new ConstantScoreQuery(rewritten),
        };
    }

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new ConstantWeight(this, Query.CreateWeight(searcher, needsScores: false, 1f), needsScores, boost);

    internal override void AddCost(QueryCost cost) => Query.AddCost(cost);

    private protected override bool EqualsSameKind(Query other) => Query.Equals(((ConstantScoreQuery)other).Query);

    private protected override int HashOfContent() => Query.GetHashCode();
}
