using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>Walks the points of a tree leaf by leaf: those of a one-dimensional tree come by value, then by document.</summary>
/// <remarks>Keeps one decoded leaf, and a pointer of every one. One thread at a time.</remarks>
internal sealed class PointsCursor : IPointVisitor
{
    private readonly PointsLeafReader _leaf;
    private readonly List<long> _pointers;
    private readonly int _pointBytes;
    private int[] _docIds = [];
    private byte[] _values = [];
    private int _nextLeaf;
    private int _filled;
    private int _index = -1;

    public PointsCursor(PointsTreeMetadata tree)
    {
        _leaf = new PointsLeafReader(tree);
        _pointBytes = tree.Dimensions * tree.Width;
        _pointers = LeafPointers.Of(tree);
    }

    /// <summary>Document of the current point.</summary>
    public int DocId => _docIds[_index];

    /// <summary>The current point, packed; valid until the next move.</summary>
    public ReadOnlySpan<byte> Value => _values.AsSpan(_index * _pointBytes, _pointBytes);

    /// <summary>Moves to the next point; false after the last.</summary>
    public bool Next()
    {
        if (++_index < _filled)
            return true;
        if (_nextLeaf == _pointers.Count)
            return false;
        int count = _leaf.ReadDocIds(_pointers[_nextLeaf++]).Length;
        if (_docIds.Length < count)
        {
            _docIds = new int[count];
            _values = new byte[count * _pointBytes];
        }
        _filled = 0;
        _index = 0;
        _leaf.VisitPoints(this);
        return true;
    }

    CellRelation IPointVisitor.Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max) => CellRelation.Inside;

    void IPointVisitor.VisitInside(ReadOnlySpan<int> docs)
    {
    }

    void IPointVisitor.Visit(int docId, ReadOnlySpan<byte> packedValue)
    {
        packedValue.CopyTo(_values.AsSpan(_filled * _pointBytes));
        _docIds[_filled++] = docId;
    }
}
