using System.Buffers.Binary;
using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene86;

namespace Search.Engine.Indexing.Merging;

/// <summary>The one-dimensional points of several segments in order of value, then of new document.</summary>
/// <remarks>A heap of segments; the first eight bytes of a value are compared as one number. One thread at a time.</remarks>
internal sealed class MergedPoints
{
    private readonly Part[] _heap; // the smallest on top
    private int _size;
    private bool _started;

    public MergedPoints(Part[] parts)
    {
        _heap = new Part[parts.Length];
        foreach (Part part in parts)
        {
            if (part.Next())
                _heap[_size++] = part;
        }
        for (int i = (_size >> 1) - 1; i >= 0; i--)
            SiftDown(i);
    }

    /// <summary>New document of the current point.</summary>
    public int DocId => _heap[0].DocId;

    /// <summary>The current point's value; valid until the next move.</summary>
    public ReadOnlySpan<byte> Value => _heap[0].Value;

    /// <summary>Moves to the next point; false after the last.</summary>
    public bool Next()
    {
        if (_started && _size > 0)
        {
            if (!_heap[0].Next())
                _heap[0] = _heap[--_size];
            SiftDown(0);
        }
        _started = true;
        return _size > 0;
    }

    private void SiftDown(int at)
    {
        Part moved = _heap[at];
        while (true)
        {
            int child = 2 * at + 1;
            if (child >= _size)
                break;
            if (child + 1 < _size && _heap[child + 1].IsBefore(_heap[child]))
                child++;
            if (!_heap[child].IsBefore(moved))
                break;
            _heap[at] = _heap[child];
            at = child;
        }
        _heap[at] = moved;
    }

    /// <summary>The points of one segment whose documents are kept.</summary>
    internal sealed class Part(PointsCursor cursor, DocIdMap map)
    {
        private ulong _key;

        /// <summary>New document of the current point.</summary>
        public int DocId { get; private set; }

        public ReadOnlySpan<byte> Value => cursor.Value;

        public bool Next()
        {
            while (cursor.Next())
            {
                DocId = map.Map(cursor.DocId);
                if (DocId == DocIdMap.Dropped)
                    continue;
                _key = KeyOf(cursor.Value);
                return true;
            }
            return false;
        }

        public bool IsBefore(Part other)
        {
            if (_key != other._key)
                return _key < other._key;
            int order = Value.Length <= sizeof(ulong) ? 0 : Value.SequenceCompareTo(other.Value);
            return order != 0 ? order < 0 : DocId < other.DocId;
        }

        private static ulong KeyOf(ReadOnlySpan<byte> value)
        {
            if (value.Length >= sizeof(ulong))
                return BinaryPrimitives.ReadUInt64BigEndian(value);
            ulong key = 0;
            foreach (byte digit in value)
                key = key << 8 | digit;
            return key;
        }
    }
}
