using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>Hands the documents of cells that are inside and the points of leaves that cross to a visitor.</summary>
internal sealed class PointsIntersection(PointsTreeMetadata tree, IPointVisitor visitor) : PointsTreeWalk(tree, visitor)
{
    private readonly PointsLeafReader _leaf = new(tree);
    private readonly IPointVisitor _visitor = visitor;

    /// <summary>Leaves that were inside.</summary>
    public int LeavesInside { get; private set; }

    protected override void OnInside(int leaves, long pointer)
    {
        LeavesInside += leaves;
        VisitLeaves(leaves, pointer);
    }

    protected override void OnInsideLeaf(long pointer) => _visitor.VisitInside(_leaf.ReadDocIds(pointer));

    protected override void OnCrossing(long pointer)
    {
        _leaf.ReadDocIds(pointer);
        _leaf.VisitPoints(_visitor);
    }
}
