using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Search.Engine.Indexing.Merging;

/// <summary>Walks the sorted strings of several segments as one, and tells which segments have each.</summary>
/// <remarks>
/// A heap of segments by their current strings. Most comparisons are decided by the first eight bytes, which are kept as one
/// number. One thread at a time.
/// </remarks>
internal sealed class TermsMerge<TTerms>
    where TTerms : SortedTerms
{
    private readonly TTerms[] _terms;
    private readonly ulong[] _keys;
    private readonly int[] _heap; // the smallest on top; equal strings in the order of the segments
    private readonly List<int> _matching = [];
    private int _heapSize;

    public TermsMerge(TTerms[] terms)
    {
        _terms = terms;
        _keys = new ulong[terms.Length];
        _heap = new int[terms.Length];
        for (var i = 0; i < terms.Length; i++)
            _matching.Add(i);
    }

    /// <summary>The current string; valid until the next move.</summary>
    public ReadOnlySpan<byte> Term => _terms[_matching[0]].Term;

    /// <summary>The segments that have the current string, ascending.</summary>
    public ReadOnlySpan<int> Matching => CollectionsMarshal.AsSpan(_matching);

    /// <summary>The strings of a segment; where it is among <see cref="Matching"/>, at the current one.</summary>
    public TTerms this[int segment] => _terms[segment];

    /// <summary>Moves to the next string; false after the last.</summary>
    public bool Next()
    {
        foreach (int segment in _matching)
        {
            if (_terms[segment].Next())
                Push(segment);
        }
        _matching.Clear();
        if (_heapSize == 0)
            return false;
        do
        {
            _matching.Add(Pop());
        }
        while (_heapSize > 0 && _keys[_heap[0]] == _keys[_matching[0]] && _terms[_heap[0]].Term.SequenceEqual(Term));
        return true;
    }

    private void Push(int segment)
    {
        _keys[segment] = KeyOf(_terms[segment].Term);
        int at = _heapSize++;
        while (at > 0)
        {
            int parent = (at - 1) >> 1;
            if (!IsBefore(segment, _heap[parent]))
                break;
            _heap[at] = _heap[parent];
            at = parent;
        }
        _heap[at] = segment;
    }

    private int Pop()
    {
        int top = _heap[0];
        int moved = _heap[--_heapSize];
        var at = 0;
        while (true)
        {
            int child = 2 * at + 1;
            if (child >= _heapSize)
                break;
            if (child + 1 < _heapSize && IsBefore(_heap[child + 1], _heap[child]))
                child++;
            if (!IsBefore(_heap[child], moved))
                break;
            _heap[at] = _heap[child];
            at = child;
        }
        _heap[at] = moved;
        return top;
    }

    private bool IsBefore(int left, int right)
    {
        if (_keys[left] != _keys[right])
            return _keys[left] < _keys[right];
        int order = _terms[left].Term.SequenceCompareTo(_terms[right].Term);
        return order != 0 ? order < 0 : left < right;
    }

    // Strings that differ in it are in the order of their keys; what is shorter is filled with zeros.
    private static ulong KeyOf(ReadOnlySpan<byte> term)
    {
        if (term.Length >= sizeof(ulong))
            return BinaryPrimitives.ReadUInt64BigEndian(term);
        ulong key = 0;
        for (var i = 0; i < sizeof(ulong); i++)
            key = key << 8 | (i < term.Length ? term[i] : 0UL);
        return key;
    }
}
