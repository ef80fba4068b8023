using Search.Engine.Index;

namespace Search.Engine.Tests.Infrastructure.Memory;

/// <summary>One-dimensional points in leaves of a few.</summary>
internal sealed class MemoryPoints : PointValues
{
    private const int LeafSize = 8;

    private readonly (int DocId, byte[] Value)[] _points;

    public MemoryPoints(IEnumerable<(int DocId, byte[] Value)> points) =>
        _points = [.. points.OrderBy(point => new Term("", point.Value)).ThenBy(point => point.DocId)];

    public override int DimensionCount => 1;

    public override int IndexDimensionCount => 1;

    public override int BytesPerDimension => _points[0].Value.Length;

    public override long Count => _points.Length;

    public override int DocCount => _points.Select(point => point.DocId).Distinct().Count();

    public override ReadOnlySpan<byte> Min => _points[0].Value;

    public override ReadOnlySpan<byte> Max => _points[^1].Value;

    public override void Intersect(IPointVisitor visitor)
    {
        foreach ((int DocId, byte[] Value)[] leaf in _points.Chunk(LeafSize))
        {
            CellRelation relation = visitor.Compare(leaf[0].Value, leaf[^1].Value);
            if (relation == CellRelation.Inside)
                visitor.VisitInside([.. leaf.Select(point => point.DocId)]);
            if (relation != CellRelation.Crosses)
                continue;
            foreach ((int docId, byte[] value) in leaf)
                visitor.Visit(docId, value);
        }
    }

    public override long EstimateCount(IPointVisitor visitor) => Count;
}
