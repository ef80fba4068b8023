using Search.Engine.Index;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>Documents that match any of several queries, scored by the best one and a share of the others.</summary>
public sealed class DisjunctionMaxQuery : Query
{
    private readonly Query[] _disjuncts;

    /// <summary>Alternatives, copied.</summary>
    /// <param name="tieBreaker">Share of the other scores that is added to the best, in <c>[0, 1]</c>.</param>
    /// <exception cref="TooManyClausesException">More than <see cref="BooleanQuery.MaxClauseCount"/> queries.</exception>
    public DisjunctionMaxQuery(IReadOnlyList<Query> disjuncts, float tieBreaker = 0f)
    {
        ArgumentNullException.ThrowIfNull(disjuncts);
        if (!(tieBreaker >= 0 && tieBreaker <= 1))
            throw new ArgumentOutOfRangeException(nameof(tieBreaker), tieBreaker, "between 0 and 1");
        if (disjuncts.Count > BooleanQuery.MaxClauseCount)
            throw new TooManyClausesException();
        _disjuncts = [.. disjuncts];
        foreach (Query disjunct in _disjuncts)
            ArgumentNullException.ThrowIfNull(disjunct, nameof(disjuncts));
        TieBreaker = tieBreaker;
    }

    /// <summary>The alternatives.</summary>
    public IReadOnlyList<Query> Disjuncts => _disjuncts;

    /// <summary>Share of the scores other than the best.</summary>
    public float TieBreaker { get; }

    /// <inheritdoc/>
    public override string ToString(string defaultField)
    {
        string disjuncts = string.Join(" | ", _disjuncts.Select(disjunct => QueryText.Nested(disjunct, defaultField)));
        return TieBreaker == 0 ? $"({disjuncts})" : $"({disjuncts})~{QueryText.Number(TieBreaker)}";
    }

    internal override Query Rewrite(IndexReader reader)
    {
        if (_disjuncts.Length == 0)
            return new MatchNoneQuery("empty DisjunctionMaxQuery");
        if (_disjuncts.Length == 1)
            return _disjuncts[0];
        if (TieBreaker == 1f)
            return new BooleanQuery([.. _disjuncts.Select(disjunct => new BooleanClause(disjunct, Occur.Should))]);
        Query[] rewritten = [.. _disjuncts.Select(disjunct => disjunct.Rewrite(reader))];
        return rewritten.AsSpan().SequenceEqual(_disjuncts) ? this : new DisjunctionMaxQuery(rewritten, TieBreaker);
    }

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new DisjunctionMaxWeight(this, searcher, needsScores, boost);

    internal override void AddCost(QueryCost cost)
    {
        foreach (Query disjunct in _disjuncts)
            disjunct.AddCost(cost);
    }

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (DisjunctionMaxQuery)other;
        return TieBreaker.Equals(that.TieBreaker) && Multiset.Equal(_disjuncts, that._disjuncts);
    }

    private protected override int HashOfContent() => HashCode.Combine(TieBreaker, Multiset.Hash(_disjuncts));
}
