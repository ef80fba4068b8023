using Search.Engine.Index;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>Documents of one query; others add to its scores where they match too.</summary>
/// <remarks>
/// The score is the sum of the scores of all that match, added in 64 bits and rounded once, so it is the sum of its parts to the
/// last bit. A <see cref="BooleanQuery"/> with optional clauses finds the same documents but, as Lucene does, rounds in between.
/// </remarks>
public sealed class AdditiveQuery : Query
{
    private readonly Query[] _additions;

    /// <summary>Documents of <paramref name="query"/> alone.</summary>
    /// <param name="additions">What adds to scores and never makes a document match; copied.</param>
    /// <exception cref="TooManyClausesException">More than <see cref="BooleanQuery.MaxClauseCount"/> additions.</exception>
    public AdditiveQuery(Query query, IReadOnlyList<Query> additions)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(additions);
        if (additions.Count > BooleanQuery.MaxClauseCount)
            throw new TooManyClausesException();
        Query = query;
        _additions = [.. additions];
        foreach (Query addition in _additions)
            ArgumentNullException.ThrowIfNull(addition, nameof(additions));
    }

    /// <summary>What is to match.</summary>
    public Query Query { get; }

    /// <summary>What adds to scores.</summary>
    public IReadOnlyList<Query> Additions => _additions;

    /// <inheritdoc/>
    public override string ToString(string defaultField) =>
        string.Join(" plus ", _additions.Prepend(Query).Select(part => QueryText.Nested(part, defaultField)));

    internal override Query Rewrite(IndexReader reader)
    {
        Query query = Query.Rewrite(reader);
        Query[] additions = [.. _additions.Select(addition => addition.Rewrite(reader))];
        return ReferenceEquals(query, Query) && additions.Zip(_additions).All(pair => ReferenceEquals(pair.First, pair.Second))
            ? this
            : new AdditiveQuery(query, additions);
    }

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new AdditiveWeight(this, searcher, needsScores, boost);

    internal override void AddCost(QueryCost cost)
    {
        Query.AddCost(cost);
        foreach (Query addition in _additions)
            addition.AddCost(cost);
    }

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (AdditiveQuery)other;
        return Query.Equals(that.Query) && _additions.AsSpan().SequenceEqual(that._additions);
    }

    private protected override int HashOfContent() => _additions.Aggregate(Query.GetHashCode(), HashCode.Combine);
}
