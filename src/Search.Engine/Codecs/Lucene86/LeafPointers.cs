using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>Lists where the leaves of a tree are.</summary>
internal sealed class LeafPointers : PointsTreeWalk
{
    private readonly List<long> _pointers = [];

    private LeafPointers(PointsTreeMetadata tree)
        : base(tree, new Everything())
    {
    }

    /// <summary>The pointers of all leaves, in their order.</summary>
    public static List<long> Of(PointsTreeMetadata tree)
    {
        var leaves = new LeafPointers(tree);
        leaves.Walk();
        return leaves._pointers;
    }

    protected override void OnInside(int leaves, long pointer) => VisitLeaves(leaves, pointer);

    protected override void OnInsideLeaf(long pointer) => _pointers.Add(pointer);

    protected override void OnCrossing(long pointer) => _pointers.Add(pointer);

    private sealed class Everything : IPointVisitor
    {
        public CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max) => CellRelation.Inside;

        public void VisitInside(ReadOnlySpan<int> docs)
        {
        }

        public void Visit(int docId, ReadOnlySpan<byte> packedValue)
        {
        }
    }
}
