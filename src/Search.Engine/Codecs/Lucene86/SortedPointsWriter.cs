using Search.Engine.Store;
using static Search.Engine.Codecs.Lucene86.Lucene86PointsFormat;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>Writes the leaves of a one-dimensional tree from points that come in order.</summary>
/// <remarks>README.md, "Points"; column notes, section 4.5. Keeps one leaf, and a few bytes of every one. One thread at a time.</remarks>
internal sealed class SortedPointsWriter
{
    private readonly IndexOutput _data;
    private readonly int _width;
    private readonly byte[] _values;
    private readonly int[] _docIds = new int[PointsPerLeaf];
    private readonly FixedBitSet _docs;
    private int _filled;

    /// <param name="width">Bytes of a value.</param>
    /// <param name="maxDoc">Number of documents of the segment.</param>
    public SortedPointsWriter(IndexOutput data, int width, int maxDoc)
    {
        _data = data;
        _width = width;
        _values = new byte[PointsPerLeaf * width];
        _docs = new FixedBitSet(maxDoc);
        Splits = new PointsSplits(width);
        Min = new byte[width];
        Max = new byte[width];
    }

    /// <summary>Number of points.</summary>
    public long Count { get; private set; }

    /// <summary>Number of documents with a point.</summary>
    public int DocCount => _docs.Cardinality();

    /// <summary>The first value.</summary>
    public byte[] Min { get; }

    /// <summary>The last value; known when finished.</summary>
    public byte[] Max { get; }

    /// <summary>The leaves; complete when finished.</summary>
    public PointsSplits Splits { get; }

    /// <summary>Adds a point that is not below the one before, by value as unsigned bytes, then by document.</summary>
    public void Add(ReadOnlySpan<byte> value, int docId)
    {
        if (Count == 0)
            value.CopyTo(Min);
        if (_filled == PointsPerLeaf)
            WriteLeaf();
        value.CopyTo(_values.AsSpan(_filled * _width, _width));
        _docIds[_filled++] = docId;
        _docs.Set(docId);
        Count++;
    }

    /// <summary>Writes the last leaf.</summary>
    public void Finish()
    {
        if (_filled == 0)
            return;
        _values.AsSpan((_filled - 1) * _width, _width).CopyTo(Max);
        WriteLeaf();
    }

    private void WriteLeaf()
    {
        Splits.Add(_data.FilePointer, _values.AsSpan(0, _width));
        PointsLeafWriter.Write(_data, _values.AsSpan(0, _filled * _width), _width, _docIds.AsSpan(0, _filled));
        _filled = 0;
    }
}
