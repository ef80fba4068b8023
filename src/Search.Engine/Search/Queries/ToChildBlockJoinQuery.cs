using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>All children of the parents that a query matches, each with its parent's score.</summary>
/// <remarks>
/// Blocks: <see cref="ParentFilter"/>. A query that matches other documents than parents is refused during the search with
/// an <see cref="InvalidOperationException"/> once such a match is met. The match intervals of a child are empty: what
/// matched stands in its parent. Source: search semantics notes, section 8.2.
/// </remarks>
public sealed class ToChildBlockJoinQuery : Query
{
    /// <summary>Children of the documents of <paramref name="parentQuery"/>, all of which must be parents.</summary>
    public ToChildBlockJoinQuery(Query parentQuery, ParentFilter parents)
    {
        ArgumentNullException.ThrowIfNull(parentQuery);
        ArgumentNullException.ThrowIfNull(parents);
        ParentQuery = parentQuery;
        Parents = parents;
    }

    /// <summary>What matches parents.</summary>
    public Query ParentQuery { get; }

    /// <summary>What tells parents from children.</summary>
    public ParentFilter Parents { get; }

    /// <inheritdoc/>
    public override string ToString(string defaultField) => $"ToChildBlockJoinQuery ({ParentQuery.ToString("")})";

    internal override Query Rewrite(IndexReader reader)
    {
        Query rewritten = ParentQuery.Rewrite(reader);
        return ReferenceEquals(rewritten, ParentQuery) ? this : new ToChildBlockJoinQuery(rewritten, Parents);
    }

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new ToChildWeight(this, searcher, needsScores, boost);

    internal override void AddCost(QueryCost cost) => ParentQuery.AddCost(cost);

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (ToChildBlockJoinQuery)other;
        return Parents.Equals(that.Parents) && ParentQuery.Equals(that.ParentQuery);
    }

    private protected override int HashOfContent() => HashCode.Combine(ParentQuery, Parents);
}
