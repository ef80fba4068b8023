using Search.Engine.Index;

namespace Search.Engine.Segments.Checking;

/// <summary>Visits every point of a tree and counts those that lie outside of their cell or, on a line, before the point that comes before them.</summary>
internal sealed class PointCheck(PointValues points, int maxDoc) : IPointVisitor
{
    private readonly FixedBitSet _docs = new(maxDoc);
    private byte[] _min = [];
    private byte[] _max = [];
    private byte[] _last = [];
    private int _lastDoc;

    public long Count { get; private set; }

    public long Strays { get; private set; }

    public int DocCount => _docs.Cardinality();

    // Every cell is said to cross, so that every single point is visited; the last cell before a point is its leaf.
    public CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max)
    {
        _min = min.ToArray();
        _max = max.ToArray();
        return CellRelation.Crosses;
    }

    public void VisitInside(ReadOnlySpan<int> docs) => throw new InvalidOperationException("No cell was said to be inside.");

    public void Visit(int docId, ReadOnlySpan<byte> packedValue)
    {
        _docs.Set(docId);
        Count++;
        if (IsOutside(packedValue) || (points.DimensionCount == 1 && IsBeforeLast(docId, packedValue)))
            Strays++;
    }

    private bool IsOutside(ReadOnlySpan<byte> packedValue)
    {
        for (var dimension = 0; dimension < points.IndexDimensionCount; dimension++)
        {
            int start = dimension * points.BytesPerDimension;
            ReadOnlySpan<byte> value = packedValue.Slice(start, points.BytesPerDimension);
            if (value.SequenceCompareTo(_min.AsSpan(start, value.Length)) < 0 || value.SequenceCompareTo(_max.AsSpan(start, value.Length)) > 0)
                return true;
        }
        return false;
    }

    // Points on a line ascend through all leaves, equal ones by document.
    private bool IsBeforeLast(int docId, ReadOnlySpan<byte> packedValue)
    {
        int order = Count == 1 ? 1 : packedValue.SequenceCompareTo(_last);
        bool isBefore = order < 0 || (order == 0 && docId < _lastDoc);
        _last = packedValue.ToArray();
        _lastDoc = docId;
        return isBefore;
    }
}
