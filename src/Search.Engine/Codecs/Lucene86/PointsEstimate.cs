using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>Counts full leaves for cells that are inside and half ones for leaves that cross.</summary>
internal sealed class PointsEstimate(PointsTreeMetadata tree, IPointVisitor visitor) : PointsTreeWalk(tree, visitor)
{
    private readonly int _pointsPerLeaf = tree.PointsPerLeaf;

    public long Points { get; private set; }

    protected override void OnInside(int leaves, long pointer) => Points += (long)leaves * _pointsPerLeaf;

    protected override void OnCrossing(long pointer) => Points += (_pointsPerLeaf + 1) / 2;
}
