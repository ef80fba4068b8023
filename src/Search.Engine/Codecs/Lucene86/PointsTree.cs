using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>The points of one field.</summary>
/// <remarks>README.md, "Points"; column notes, section 4. Shareable.</remarks>
internal sealed class PointsTree(PointsTreeMetadata tree) : PointValues
{
    // Of a field that few documents have there is little to read.
    private const int MostDocsAPoint = 8;

    private readonly Lazy<PointsZones> _zones = new(() => PointsZones.Read(tree));
    private long _leavesRead;

    public override int DimensionCount => tree.Dimensions;

    public override int IndexDimensionCount => tree.IndexDimensions;

    public override int BytesPerDimension => tree.Width;

    public override long Count => tree.PointCount;

    public override int DocCount => tree.DocCount;

    public override ReadOnlySpan<byte> Min => tree.Min;

    public override ReadOnlySpan<byte> Max => tree.Max;

    /// <summary>A cursor over all points, before the first.</summary>
    public PointsCursor Open() => new(tree);

    // Zones take as long as it has taken to do without them.
    private bool AreZonesWorthwhile =>
        Volatile.Read(ref _leavesRead) > tree.Leaves && tree.IndexDimensions == 1 && tree.MaxDoc / MostDocsAPoint < tree.PointCount;

    public override void Intersect(IPointVisitor visitor)
    {
        var documents = visitor as IDocumentVisitor;
        if (documents is not null && AreZonesWorthwhile)
        {
            new ZonedIntersection(tree, _zones.Value, documents).Run();
            return;
        }
        var intersection = new PointsIntersection(tree, visitor);
        intersection.Walk();
        if (documents is not null)
            Interlocked.Add(ref _leavesRead, intersection.LeavesInside);
    }

    public override long EstimateCount(IPointVisitor visitor)
    {
        var estimate = new PointsEstimate(tree, visitor);
        estimate.Walk();
        return Math.Min(estimate.Points, tree.PointCount);
    }
}
