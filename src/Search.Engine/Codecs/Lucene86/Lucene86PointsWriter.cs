using Search.Engine.Index;
using Search.Engine.Store;
using static Search.Engine.Codecs.Lucene86.Lucene86PointsFormat;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>Writes the points of a segment (<c>.kdm</c>, <c>.kdi</c>, <c>.kdd</c>).</summary>
/// <remarks>README.md, "Points"; column notes, section 4. One thread at a time.</remarks>
internal sealed class Lucene86PointsWriter : IDisposable
{
    private readonly IndexOutput _meta;
    private readonly IndexOutput _index;
    private readonly IndexOutput _data;
    private readonly int _maxDoc;

    private Lucene86PointsWriter(IndexOutput meta, IndexOutput index, IndexOutput data, int maxDoc)
    {
        _meta = meta;
        _index = index;
        _data = data;
        _maxDoc = maxDoc;
    }

    /// <summary>Creates the files.</summary>
    public static Lucene86PointsWriter Create(SegmentWriteState state)
    {
        using var opened = new DisposeOnFailure();
        IndexOutput meta = opened.Add(state.CreateOutput(MetaExtension));
        IndexOutput index = opened.Add(state.CreateOutput(IndexExtension));
        IndexOutput data = opened.Add(state.CreateOutput(DataExtension));
        CodecHeader.Write(meta, MetaCodec, Lucene86PointsFormat.Version, state.Segment.Id);
        CodecHeader.Write(index, IndexCodec, Lucene86PointsFormat.Version, state.Segment.Id);
        CodecHeader.Write(data, DataCodec, Lucene86PointsFormat.Version, state.Segment.Id);
        return opened.Release(new Lucene86PointsWriter(meta, index, data, state.Segment.MaxDoc));
    }

    /// <summary>Adds the points of a field, in any order; without points the field is left out.</summary>
    /// <param name="packedValues">Values of all dimensions, one after another.</param>
    /// <param name="docIds">Their documents; one document may have several points.</param>
    public void AddField(FieldInfo info, ReadOnlySpan<byte> packedValues, ReadOnlySpan<int> docIds)
    {
        int pointBytes = info.PointDimensionCount * info.PointBytesPerDimension;
        if (packedValues.Length != (long)docIds.Length * pointBytes)
            throw new ArgumentException($"{packedValues.Length} bytes for {docIds.Length} values of {pointBytes}.", nameof(packedValues));
        if (docIds.IsEmpty)
            return;
        if (info.PointDimensionCount > 1)
        {
            AddTree(info, packedValues, docIds);
            return;
        }
        SortedPointsWriter points = StartField(info);
        foreach (int point in PointsSorter.Sort(packedValues, pointBytes, docIds))
            points.Add(packedValues.Slice(point * pointBytes, pointBytes), docIds[point]);
        FinishField(info, points);
    }

    /// <summary>Begins a field of one dimension whose points come in order; <see cref="FinishField"/> ends it.</summary>
    public SortedPointsWriter StartField(FieldInfo info) => new(_data, info.PointBytesPerDimension, _maxDoc);

    /// <summary>Ends a field whose points came in order; without points it is left out.</summary>
    public void FinishField(FieldInfo info, SortedPointsWriter points)
    {
        points.Finish();
        if (points.Count > 0)
            WriteTree(info, points.Splits, points.Min, points.Max, points.Count, points.DocCount);
    }

    /// <summary>Ends the files.</summary>
    public void Finish()
    {
        CodecFooter.Write(_index);
        CodecFooter.Write(_data);
        _meta.WriteInt32(EndOfFields);
        _meta.WriteInt64(_index.FilePointer);
        _meta.WriteInt64(_data.FilePointer);
        CodecFooter.Write(_meta);
    }

    public void Dispose() => Closing.All(_meta, _index, _data);

    private void AddTree(FieldInfo info, ReadOnlySpan<byte> values, ReadOnlySpan<int> docIds)
    {
        var shape = new PointsShape(info.PointDimensionCount, info.PointIndexDimensionCount, info.PointBytesPerDimension);
        var builder = new PointsTreeBuilder(_data, shape, values, docIds);
        PointsSplits splits = builder.Build();
        WriteTree(info, splits, builder.Min, builder.Max, docIds.Length, CountDocuments(docIds));
    }

    private void WriteTree(FieldInfo info, PointsSplits splits, ReadOnlySpan<byte> min, ReadOnlySpan<byte> max, long count, int docCount)
    {
        var tree = new ByteBufferOutput();
        new PointsIndexWriter(info.PointBytesPerDimension, info.PointIndexDimensionCount, splits).Write(tree);
        _meta.WriteInt32(info.Number);
        CodecHeader.Write(_meta, TreeCodec, TreeVersion);
        _meta.WriteVInt32(info.PointDimensionCount);
        _meta.WriteVInt32(info.PointIndexDimensionCount);
        _meta.WriteVInt32(PointsPerLeaf);
        _meta.WriteVInt32(info.PointBytesPerDimension);
        _meta.WriteVInt32(splits.LeafCount);
        _meta.WriteBytes(min);
        _meta.WriteBytes(max);
        _meta.WriteVInt64(count);
        _meta.WriteVInt32(docCount);
        _meta.WriteVInt32(tree.Length);
        _meta.WriteInt64(splits.Pointer(0));
        _meta.WriteInt64(_index.FilePointer);
        _index.WriteBytes(tree.Written);
    }

    private int CountDocuments(ReadOnlySpan<int> docIds)
    {
        var seen = new FixedBitSet(_maxDoc);
        foreach (int docId in docIds)
            seen.Set(docId);
        return seen.Cardinality();
    }
}
