using Search.Engine.Index;
using Search.Engine.Store;
using static Search.Engine.Codecs.Lucene86.Lucene86PointsFormat;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>What is known of a point tree before its nodes are read.</summary>
/// <remarks>README.md, "Points", tree; column notes, section 4.1. Immutable.</remarks>
internal sealed record PointsTreeMetadata
{
    public required int Dimensions { get; init; }

    public required int IndexDimensions { get; init; }

    /// <summary>Bytes of one dimension.</summary>
    public required int Width { get; init; }

    public required int PointsPerLeaf { get; init; }

    public required int Leaves { get; init; }

    public required byte[] Min { get; init; }

    public required byte[] Max { get; init; }

    public required long PointCount { get; init; }

    public required int DocCount { get; init; }

    /// <summary>The packed inner nodes; borrowed.</summary>
    public required IndexInput Index { get; init; }

    /// <summary>The file of the leaves; borrowed.</summary>
    public required IndexInput Data { get; init; }

    public required int MaxDoc { get; init; }

    public static PointsTreeMetadata Read(IndexInput meta, IndexInput index, IndexInput data, FieldInfo info, int maxDoc)
    {
        CodecHeader.Check(meta, TreeCodec, TreeVersion, TreeVersion);
        int dimensions = meta.ReadVInt32();
        int indexDimensions = meta.ReadVInt32();
        int pointsPerLeaf = meta.ReadVInt32();
        int width = meta.ReadVInt32();
        if (dimensions != info.PointDimensionCount || indexDimensions != info.PointIndexDimensionCount
            || width != info.PointBytesPerDimension || dimensions is < 1 or > MaxDimensions || indexDimensions < 1
            || indexDimensions > dimensions || width is < 1 or > MaxBytesPerDimension || pointsPerLeaf is < 1 or > MaxPointsPerLeaf)
        {
            throw new CorruptIndexException(
                $"points of field {info.Name}: {indexDimensions} of {dimensions} dimensions, {width} bytes, {pointsPerLeaf} a leaf", meta);
        }
        int leaves = meta.ReadVInt32();
        byte[] min = meta.ReadSpan(indexDimensions * width).ToArray();
        byte[] max = meta.ReadSpan(indexDimensions * width).ToArray();
        long pointCount = meta.ReadVInt64();
        int docCount = meta.ReadVInt32();
        int indexBytes = meta.ReadVInt32();
        meta.ReadInt64(); // where the first leaf is: the index says so as well
        long indexOffset = meta.ReadInt64();
        // Every inner node takes at least a byte.
        if (leaves < 1 || leaves - 1 > indexBytes || docCount < 1 || docCount > maxDoc || pointCount < docCount 
            || pointCount > (long)leaves * pointsPerLeaf)
        {
            throw new CorruptIndexException($"points of field {info.Name}: {pointCount} in {leaves} leaves and {docCount} documents", meta);
        }
        return new PointsTreeMetadata
        {
            Dimensions = dimensions,
            IndexDimensions = indexDimensions,
            Width = width,
            PointsPerLeaf = pointsPerLeaf,
            Leaves = leaves,
            Min = min,
            Max = max,
            PointCount = pointCount,
            DocCount = docCount,
            Index = index.Slice(index.Name, indexOffset, indexBytes),
            Data = data,
            MaxDoc = maxDoc,
        };
    }
}
