using Search.Engine.Index;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>A stack of terms and finished sub-blocks that are not yet in a block.</summary>
/// <remarks>Their bytes lie in one array, so that a term costs no object.</remarks>
internal sealed class PendingEntries
{
    private Entry[] _entries = new Entry[64];
    private byte[] _bytes = new byte[1024];
    private int _byteCount;

    /// <summary>Number of entries.</summary>
    public int Count { get; private set; }

    public void Clear()
    {
        Count = 0;
        _byteCount = 0;
    }

    public void PushTerm(ReadOnlySpan<byte> term, in TermState state) => Push(term, -1).State = state;

    public void PushBlock(ReadOnlySpan<byte> prefix, long filePointer) => Push(prefix, filePointer);

    /// <summary>Drops the entries from <paramref name="index"/> on.</summary>
    public void PopTo(int index)
    {
        if (index < Count)
            _byteCount = _entries[index].Start;
        Count = index;
    }

    /// <summary>The whole term, or the whole prefix of a sub-block.</summary>
    public ReadOnlySpan<byte> Bytes(int index) => _bytes.AsSpan(_entries[index].Start, _entries[index].Length);

    /// <summary>The byte behind a prefix; -1 when the entry ends there.</summary>
    public int LeadByte(int index, int prefixLength) =>
        _entries[index].Length == prefixLength ? -1 : _bytes[_entries[index].Start + prefixLength];

    public bool IsTerm(int index) => _entries[index].BlockFilePointer < 0;

    /// <summary>Where the sub-block starts.</summary>
    public long BlockFilePointer(int index) => _entries[index].BlockFilePointer;

    public ref readonly TermState State(int index) => ref _entries[index].State;

    private ref Entry Push(ReadOnlySpan<byte> bytes, long blockFilePointer)
    {
        if (Count == _entries.Length)
            Array.Resize(ref _entries, 2 * Count);
        if (bytes.Length > _bytes.Length - _byteCount)
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _byteCount + bytes.Length));
        bytes.CopyTo(_bytes.AsSpan(_byteCount));
        ref Entry entry = ref _entries[Count++];
        entry.Start = _byteCount;
        entry.Length = bytes.Length;
        entry.BlockFilePointer = blockFilePointer;
        _byteCount += bytes.Length;
        return ref entry;
    }

    private struct Entry
    {
        public int Start;
        public int Length;
        public long BlockFilePointer;
        public TermState State;
    }
}
