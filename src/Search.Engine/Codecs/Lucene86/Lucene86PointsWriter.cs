using Search.Engine.Index;
using Search.Engine.Store;
using static Search.Engine.Codecs.Lucene86.Lucene86PointsFormat;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>Writes the one-dimensional points of a segment (<c>.kdm</c>, <c>.kdi</c>, <c>.kdd</c>).</summary>
/// <remarks>README.md, "Points"; column notes, sections 4.1 to 4.5. One thread at a time.</remarks>
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
    /// <param name="packedValues">Values of <see cref="FieldInfo.PointBytesPerDimension"/> bytes, one after another.</param>
    /// <param name="docIds">Their documents; one document may have several points.</param>
    /// <exception cref="NotSupportedException">The field has several dimensions.</exception>
    public void AddField(FieldInfo info, ReadOnlySpan<byte> packedValues, ReadOnlySpan<int> docIds)
    {
        int width = info.PointBytesPerDimension;
        if (info.PointDimensionCount != 1)
            throw new NotSupportedException($"Field {info.Name}: points of {info.PointDimensionCount} dimensions are read, not written.");
        if (packedValues.Length != (long)docIds.Length * width)
            throw new ArgumentException($"{packedValues.Length} bytes for {docIds.Length} values of {width}.", nameof(packedValues));
        if (docIds.IsEmpty)
            return;
        int[] order = PointsSorter.Sort(packedValues, width, docIds);
        var pointers = new long[(docIds.Length + PointsPerLeaf - 1) / PointsPerLeaf];
        var firstValues = new byte[pointers.Length * width];
        WriteLeaves(packedValues, docIds, order, pointers, firstValues);

        var tree = new ByteBufferOutput();
        new PointsIndexWriter(width, pointers, firstValues).Write(tree);
        _meta.WriteInt32(info.Number);
        CodecHeader.Write(_meta, TreeCodec, TreeVersion);
        _meta.WriteVInt32(1); // dimensions
        _meta.WriteVInt32(1); // of which the tree splits on
        _meta.WriteVInt32(PointsPerLeaf);
        _meta.WriteVInt32(width);
        _meta.WriteVInt32(pointers.Length);
        _meta.WriteBytes(packedValues.Slice(order[0] * width, width));
        _meta.WriteBytes(packedValues.Slice(order[^1] * width, width));
        _meta.WriteVInt64(docIds.Length);
        _meta.WriteVInt32(CountDocuments(docIds));
        _meta.WriteVInt32(tree.Length);
        _meta.WriteInt64(pointers[0]);
        _meta.WriteInt64(_index.FilePointer);
        _index.WriteBytes(tree.Written);
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

    public void Dispose()
    {
        _meta.Dispose();
        _index.Dispose();
        _data.Dispose();
    }

    private void WriteLeaves(
        ReadOnlySpan<byte> values, ReadOnlySpan<int> docIds, ReadOnlySpan<int> order, Span<long> pointers, Span<byte> firstValues)
    {
        int width = firstValues.Length / pointers.Length;
        var leafValues = new byte[PointsPerLeaf * width];
        var leafDocIds = new int[PointsPerLeaf];
        for (var leaf = 0; leaf < pointers.Length; leaf++)
        {
            ReadOnlySpan<int> points = order[(leaf * PointsPerLeaf)..Math.Min(order.Length, (leaf + 1) * PointsPerLeaf)];
            for (var i = 0; i < points.Length; i++)
            {
                values.Slice(points[i] * width, width).CopyTo(leafValues.AsSpan(i * width));
                leafDocIds[i] = docIds[points[i]];
            }
            pointers[leaf] = _data.FilePointer;
            leafValues.AsSpan(0, width).CopyTo(firstValues[(leaf * width)..]);
            PointsLeafWriter.Write(_data, leafValues.AsSpan(0, points.Length * width), width, leafDocIds.AsSpan(0, points.Length));
        }
    }

    private int CountDocuments(ReadOnlySpan<int> docIds)
    {
        var seen = new FixedBitSet(_maxDoc);
        foreach (int docId in docIds)
            seen.Set(docId);
        return seen.Cardinality();
    }
}
