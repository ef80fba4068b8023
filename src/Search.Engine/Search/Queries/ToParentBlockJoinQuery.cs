using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>Parents whose children a query matches.</summary>
/// <remarks>
/// <para>Blocks: <see cref="ParentFilter"/>. Deleted children count as long as they are in the index. A query that matches a
/// parent itself is refused during the search with an <see cref="InvalidOperationException"/> once such a match is met.</para>
/// <para>The match intervals of a parent are empty: nothing of the query stands in it. Which children matched, and where,
/// tells <see cref="ChildrenOf"/>. Source: search semantics notes, section 8.2.</para>
/// </remarks>
public sealed class ToParentBlockJoinQuery : Query
{
    /// <summary>Parents of the documents of <paramref name="children"/>.</summary>
    public ToParentBlockJoinQuery(Query children, ParentFilter parents, ChildScores scores = ChildScores.Avg)
    {
        ArgumentNullException.ThrowIfNull(children);
        ArgumentNullException.ThrowIfNull(parents);
        if (!Enum.IsDefined(scores))
            throw new ArgumentOutOfRangeException(nameof(scores));
        Children = children;
        Parents = parents;
        Scores = scores;
    }

    /// <summary>What matches children.</summary>
    public Query Children { get; }

    /// <summary>What tells parents from children.</summary>
    public ParentFilter Parents { get; }

    /// <summary>What a parent scores.</summary>
    public ChildScores Scores { get; }

    /// <summary>The children of one parent that match, with their own scores and match intervals.</summary>
    /// <param name="parentDoc">Index-wide id of a parent, as in the hits of this query.</param>
    public ParentChildrenBlockJoinQuery ChildrenOf(int parentDoc) => new(Parents, Children, parentDoc);

    /// <inheritdoc/>
    public override string ToString(string defaultField) => $"ToParentBlockJoinQuery ({Children.ToString("")})";

    internal override Query Rewrite(IndexReader reader)
    {
        Query rewritten = Children.Rewrite(reader);
        return ReferenceEquals(rewritten, Children) ? this : new ToParentBlockJoinQuery(rewritten, Parents, Scores);
    }

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new ToParentWeight(this, searcher, needsScores, boost);

    internal override void AddCost(QueryCost cost) => Children.AddCost(cost);

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (ToParentBlockJoinQuery)other;
        return Scores == that.Scores && Parents.Equals(that.Parents) && Children.Equals(that.Children);
    }

    private protected override int HashOfContent() => HashCode.Combine(Children, Parents, Scores);
}
