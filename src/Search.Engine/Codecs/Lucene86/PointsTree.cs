using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>The points of one field.</summary>
/// <remarks>README.md, "Points"; column notes, section 4. Immutable; shareable.</remarks>
internal sealed class PointsTree(PointsTreeMetadata tree) : PointValues
{
    public override int DimensionCount => tree.Dimensions;

    public override int IndexDimensionCount => tree.IndexDimensions;

    public override int BytesPerDimension => tree.Width;

    public override long Count => tree.PointCount;

    public override int DocCount => tree.DocCount;

    public override ReadOnlySpan<byte> Min => tree.Min;

    public override ReadOnlySpan<byte> Max => tree.Max;

    /// <summary>A cursor over all points, before the first.</summary>
    public PointsCursor Open() => new(tree);

    public override void Intersect(IPointVisitor visitor) => new PointsIntersection(tree, visitor).Walk();

    public override long EstimateCount(IPointVisitor visitor)
    {
        var estimate = new PointsEstimate(tree, visitor);
        estimate.Walk();
        return Math.Min(estimate.Points, tree.PointCount);
    }
}
