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
        var previous = 0;
        for (var i = 0; i < _count; i++)
        {
            int docId = encoding switch
            {
                DocIdDeltas => previous + _data.ReadVInt32(),
                DocIds24 => ((ushort)_data.ReadInt16() << 8) | _data.ReadByte(),
                DocIds32 => _data.ReadInt32(),
                _ => throw new CorruptIndexException($"doc ids in encoding {encoding}", _data),
            };
            if ((uint)docId >= (uint)_tree.MaxDoc)
                throw new CorruptIndexException($"document {docId} of {_tree.MaxDoc} in a leaf", _data);
            _docIds[i] = previous = docId;
        }
        return _docIds.AsSpan(0, _count);
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

    private void VisitRun(int first, int length, IPointVisitor visitor)
    {
        for (int i = first; i < first + length; i++)
            visitor.Visit(_docIds[i], _point);
    }

    private void ReadSuffix(int dimension, int start) =>
        _data.ReadBytes(_point.AsSpan(dimension * _tree.Width + start, _tree.Width - start));

    private int CheckRun(int length, int first) => length >= 1 && length <= _count - first
        ? length
        : throw new CorruptIndexException($"a run of {length} points after {first} of {_count}", _data);
}
