using Search.Engine.Index;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>A combination of clauses that must, may or must not match.</summary>
/// <remarks>
/// Without required clauses at least one optional clause must match, or <see cref="MinimumShouldMatch"/> of them. The
/// score is the sum of the scoring clauses that match. Rules: search semantics notes, section 2.6.
/// </remarks>
public sealed class BooleanQuery : Query
{
    /// <summary>Most clauses of one query.</summary>
    public const int MaxClauseCount = 1024;

    private readonly BooleanClause[] _clauses;

    /// <summary>A combination, copied.</summary>
    /// <param name="minimumShouldMatch">How many optional clauses must match; 0: none when there are required ones, else one.</param>
    /// <exception cref="TooManyClausesException">More than <see cref="MaxClauseCount"/> clauses.</exception>
    public BooleanQuery(IReadOnlyList<BooleanClause> clauses, int minimumShouldMatch = 0)
    {
        ArgumentNullException.ThrowIfNull(clauses);
        ArgumentOutOfRangeException.ThrowIfNegative(minimumShouldMatch);
        if (clauses.Count > MaxClauseCount)
            throw new TooManyClausesException();
        _clauses = [.. clauses];
        foreach (BooleanClause clause in _clauses)
            ArgumentNullException.ThrowIfNull(clause, nameof(clauses));
        MinimumShouldMatch = minimumShouldMatch;
    }

    /// <summary>The clauses in the order given.</summary>
    public IReadOnlyList<BooleanClause> Clauses => _clauses;

    /// <summary>How many optional clauses must match at least.</summary>
    public int MinimumShouldMatch { get; }

    /// <summary>Whether all clauses are optional and one that matches is enough.</summary>
    internal bool IsPureDisjunction => MinimumShouldMatch <= 1 && Array.TrueForAll(_clauses, clause => clause.Occur == Occur.Should);

    /// <inheritdoc/>
    public override string ToString(string defaultField)
    {
        string clauses = string.Join(' ', _clauses.Select(clause => clause.ToString(defaultField)));
        return MinimumShouldMatch > 0 ? $"({clauses})~{MinimumShouldMatch}" : clauses;
    }

    /// <summary>The clauses in the order given, for who goes through them without an enumerator.</summary>
    internal ReadOnlySpan<BooleanClause> ClauseSpan => _clauses;

    /// <summary>Number of clauses with a part.</summary>
    internal int CountOf(Occur occur)
    {
        var count = 0;
        foreach (BooleanClause clause in _clauses)
            count += clause.Occur == occur ? 1 : 0;
        return count;
    }

    /// <summary>The queries of the clauses with a part, in order.</summary>
    internal Query[] QueriesThat(Occur occur)
    {
        int count = CountOf(occur);
        if (count == 0)
            return [];
        var queries = new Query[count];
        var next = 0;
        foreach (BooleanClause clause in _clauses)
        {
            if (clause.Occur == occur)
                queries[next++] = clause.Query;
        }
        return queries;
    }

    internal override Query Rewrite(IndexReader reader) => BooleanRewriter.Rewrite(this, reader);

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new BooleanWeight(this, searcher, needsScores, boost);

    internal override void AddCost(QueryCost cost)
    {
        foreach (BooleanClause clause in _clauses)
            clause.Query.AddCost(cost);
    }

    // The order of the clauses means nothing, how often a scoring one stands does.
    private protected override bool EqualsSameKind(Query other)
    {
        var that = (BooleanQuery)other;
        return MinimumShouldMatch == that.MinimumShouldMatch && Multiset.Equal(_clauses, that._clauses);
    }

    private protected override int HashOfContent() => HashCode.Combine(MinimumShouldMatch, Multiset.Hash(_clauses));
}
