using Search.Engine.Index;
using Search.Engine.Store;
using static Search.Engine.Codecs.Lucene86.Lucene86PointsFormat;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>Reads leaf blocks.</summary>
/// <remarks>README.md, "Points", leaf; column notes, section 4.4. One thread at a time; the buffers serve every leaf of a visit.</remarks>
internal sealed class PointsLeafReader
{
    private readonly PointsTreeMetadata _tree;
    private readonly IndexInput _data;
    private readonly byte[] _point;
    private readonly int[] _prefixes;
    private int[] _docIds = [];
    private int _count;

    public PointsLeafReader(PointsTreeMetadata tree)
    {
        _tree = tree;
        _data = tree.Data.Clone();
        _point = new byte[tree.Dimensions * tree.Width];
        _prefixes = new int[tree.Dimensions];
    }

    /// <summary>The documents of a leaf; valid until the next leaf.</summary>
    public ReadOnlySpan<int> ReadDocIds(long pointer)
    {
        _data.Seek(pointer);
        _count = _data.ReadVInt32();
        if (_count < 1 || _count > _tree.PointsPerLeaf || _count > _data.Remaining)
            throw new CorruptIndexException($"a leaf of {_count} points", _data);
        if (_docIds.Length < _count)
            _docIds = new int[_count];
        int encoding = _data.ReadByte();
        Span<int> docIds = _docIds.AsSpan(0, _count);
        int most = encoding switch
        {
            DocIds24 => LeafDocIds.Decode(_data.ReadSpan(_count * LeafDocIds.Bytes), docIds),
            DocIdDeltas => ReadDeltas(docIds),
            DocIds32 => ReadWhole(docIds),
            _ => throw new CorruptIndexException($"doc ids in encoding {encoding}", _data),
        };
        if ((uint)most >= (uint)_tree.MaxDoc)
            throw new CorruptIndexException($"document {most} of {_tree.MaxDoc} in a leaf", _data);
        return docIds;
    }

    /// <summary>Visits the points of the leaf whose documents were read last.</summary>
    public void VisitPoints(IPointVisitor visitor)
    {
        for (var dimension = 0; dimension < _prefixes.Length; dimension++)
        {
            int prefix = _data.ReadVInt32();
            if ((uint)prefix > (uint)_tree.Width)
                throw new CorruptIndexException($"a common prefix of {prefix} bytes", _data);
            _prefixes[dimension] = prefix;
            _data.ReadBytes(_point.AsSpan(dimension * _tree.Width, prefix));
        }
        var kind = (sbyte)_data.ReadByte();
        if (kind != AllEqual && _tree.IndexDimensions > 1)
            SkipBounds();
        if (kind == AllEqual)
            VisitRun(0, _count, visitor);
        else if (kind == LowCardinality)
            VisitGroups(visitor);
        else
            VisitRuns(kind, visitor);
    }

    // The largest id, negative ones above all others.
    private int ReadDeltas(Span<int> docIds)
    {
        var previous = 0;
        uint most = 0; // a negative id becomes the largest of all
        for (var i = 0; i < docIds.Length; i++)
        {
            docIds[i] = previous += _data.ReadVInt32();
            most = Math.Max(most, (uint)previous);
        }
        return (int)most;
    }

    private int ReadWhole(Span<int> docIds)
    {
        uint most = 0;
        for (var i = 0; i < docIds.Length; i++)
        {
            docIds[i] = _data.ReadInt32();
            most = Math.Max(most, (uint)docIds[i]);
        }
        return (int)most;
    }

    // Smallest and largest suffix of each dimension; the cell has been judged already.
    private void SkipBounds()
    {
        for (var dimension = 0; dimension < _tree.IndexDimensions; dimension++)
            _data.Skip(2 * (_tree.Width - _prefixes[dimension]));
    }

    private void VisitGroups(IPointVisitor visitor)
    {
        int length;
        for (var i = 0; i < _count; i += length)
        {
            length = CheckRun(_data.ReadVInt32(), i);
            for (var dimension = 0; dimension < _prefixes.Length; dimension++)
                ReadSuffix(dimension, _prefixes[dimension]);
            VisitRun(i, length, visitor);
        }
    }

    private void VisitRuns(int sorted, IPointVisitor visitor)
    {
        if ((uint)sorted >= (uint)_prefixes.Length || _prefixes[sorted] == _tree.Width)
            throw new CorruptIndexException($"a leaf of kind {sorted}", _data);
        int length;
        for (var i = 0; i < _count; i += length)
        {
            _point[sorted * _tree.Width + _prefixes[sorted]] = _data.ReadByte();
            length = CheckRun(_data.ReadByte(), i);
            for (int point = i; point < i + length; point++)
            {
                for (var dimension = 0; dimension < _prefixes.Length; dimension++)
                    ReadSuffix(dimension, _prefixes[dimension] + (dimension == sorted ? 1 : 0));
                visitor.Visit(_docIds[point], _point);
            }
        }
    }

    private void VisitRun(int first, int length, IPointVisitor visitor) => visitor.VisitEqual(_docIds.AsSpan(first, length), _point);

    private void ReadSuffix(int dimension, int start) =>
        _data.ReadBytes(_point.AsSpan(dimension * _tree.Width + start, _tree.Width - start));

    private int CheckRun(int length, int first) => length >= 1 && length <= _count - first
        ? length
        : throw new CorruptIndexException($"a run of {length} points after {first} of {_count}", _data);
}
