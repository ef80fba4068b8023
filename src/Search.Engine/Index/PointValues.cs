namespace Search.Engine.Index;

/// <summary>How a cell of points lies to the range that is asked for.</summary>
public enum CellRelation
{
    /// <summary>No point of the cell is inside.</summary>
    Outside,

    /// <summary>Every point of the cell is inside.</summary>
    Inside,

    /// <summary>Some may be inside.</summary>
    Crosses,
}

/// <summary>The points of one field in one segment: a block k-d tree.</summary>
/// <remarks>Shareable. Packed values compare as unsigned bytes, dimension by dimension.</remarks>
public abstract class PointValues
{
    /// <summary>Dimensions of a point.</summary>
    public abstract int DimensionCount { get; }

    /// <summary>Dimensions that the tree splits on.</summary>
    public abstract int IndexDimensionCount { get; }

    /// <summary>Bytes of one dimension.</summary>
    public abstract int BytesPerDimension { get; }

    /// <summary>Number of points.</summary>
    public abstract long Count { get; }

    /// <summary>Number of documents with at least one point.</summary>
    public abstract int DocCount { get; }

    /// <summary>Smallest value of each index dimension, packed.</summary>
    public abstract ReadOnlySpan<byte> Min { get; }

    /// <summary>Largest value of each index dimension, packed.</summary>
    public abstract ReadOnlySpan<byte> Max { get; }

    /// <summary>Visits the tree; documents come in the order of the tree, possibly more than once.</summary>
    public abstract void Intersect(IPointVisitor visitor);

    /// <summary>Roughly how many points <see cref="Intersect"/> would visit, at the cost of walking the inner nodes.</summary>
    public abstract long EstimateCount(IPointVisitor visitor);
}

/// <summary>Directs a visit of a point tree and receives what it finds.</summary>
public interface IPointVisitor
{
    /// <summary>Judges a cell by its bounds (packed, both inclusive).</summary>
    CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max);

    /// <summary>Receives documents of cells that are inside.</summary>
    void VisitInside(ReadOnlySpan<int> docs);

    /// <summary>Receives a point of a cell that crosses.</summary>
    void Visit(int docId, ReadOnlySpan<byte> packedValue);

    /// <summary>Receives points of a cell that crosses and that are all equal.</summary>
    void VisitEqual(ReadOnlySpan<int> docs, ReadOnlySpan<byte> packedValue)
    {
        foreach (int docId in docs)
            Visit(docId, packedValue);
    }
}
