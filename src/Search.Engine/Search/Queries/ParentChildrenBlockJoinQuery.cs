using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>The children of one parent that a query matches, with their own scores and match intervals.</summary>
/// <remarks>
/// For the snapshot in which the parent has its document id: searched on another one, it finds other documents or none. The
/// document must be a parent, else the search throws an <see cref="InvalidOperationException"/>.
/// </remarks>
public sealed class ParentChildrenBlockJoinQuery : Query
{
    /// <summary>Documents of <paramref name="children"/> in the block of one parent.</summary>
    /// <param name="parentDoc">Index-wide document id.</param>
    public ParentChildrenBlockJoinQuery(ParentFilter parents, Query children, int parentDoc)
    {
        ArgumentNullException.ThrowIfNull(parents);
        ArgumentNullException.ThrowIfNull(children);
        ArgumentOutOfRangeException.ThrowIfNegative(parentDoc);
        Parents = parents;
        Children = children;
        ParentDoc = parentDoc;
    }

    /// <summary>What tells parents from children.</summary>
    public ParentFilter Parents { get; }

    /// <summary>What matches children.</summary>
    public Query Children { get; }

    /// <summary>The parent.</summary>
    public int ParentDoc { get; }

    /// <inheritdoc/>
    public override string ToString(string defaultField) => $"ParentChildrenBlockJoinQuery ({Children.ToString("")})";

    internal override Query Rewrite(IndexReader reader)
    {
        Query rewritten = Children.Rewrite(reader);
        return ReferenceEquals(rewritten, Children) ? this : new ParentChildrenBlockJoinQuery(Parents, rewritten, ParentDoc);
    }

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new ParentChildrenWeight(this, searcher, needsScores, boost);

    internal override void AddCost(QueryCost cost) => Children.AddCost(cost);

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (ParentChildrenBlockJoinQuery)other;
        return ParentDoc == that.ParentDoc && Parents.Equals(that.Parents) && Children.Equals(that.Children);
    }

    private protected override int HashOfContent() => HashCode.Combine(Children, Parents, ParentDoc);
}
