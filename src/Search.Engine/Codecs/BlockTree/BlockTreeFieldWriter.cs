using Search.Engine.Codecs.Lucene84;
using Search.Engine.Fst;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>Cuts the sorted terms of one field into blocks and indexes the blocks by prefix.</summary>
/// <remarks>Postings notes, sections 6.5 and 6.7. Lives for one field.</remarks>
internal sealed class BlockTreeFieldWriter
{
    private const int MinEntries = BlockTreeFormat.MinBlockEntries;
    private const int MaxEntries = BlockTreeFormat.MaxBlockEntries;

    private readonly TermBlockWriter _blocks;
    private readonly PostingsShape _shape;
    private readonly PendingEntries _pending = new();
    private readonly List<FloorBlock> _group = [];
    private readonly List<(byte[] Prefix, byte[] Code)> _index = [];
    private readonly ByteBufferOutput _code = new();

    // For each byte of the last term: the first pending entry that shares the term up to and including it.
    private int[] _starts = new int[64];
    private byte[] _last = new byte[64];
    private int _lastLength;

    public BlockTreeFieldWriter(TermBlockWriter blocks, PostingsShape shape)
    {
        _blocks = blocks;
        _shape = shape;
    }

    /// <summary>Number of terms so far.</summary>
    public long TermCount { get; private set; }

    /// <summary>The first term.</summary>
    public byte[] Min { get; private set; } = [];

    /// <summary>The last term.</summary>
    public ReadOnlySpan<byte> Last => _last.AsSpan(0, _lastLength);

    /// <summary>Code of the root block; known when finished.</summary>
    public byte[] RootCode { get; private set; } = [];

    /// <summary>Adds the next term.</summary>
    /// <exception cref="ArgumentException">It is not greater than the last.</exception>
    public void Add(ReadOnlySpan<byte> term, in TermState state)
    {
        if (TermCount == 0)
            Min = term.ToArray();
        else if (term.SequenceCompareTo(Last) <= 0)
            throw new ArgumentException("terms must ascend", nameof(term));

        int shared = Last.CommonPrefixLength(term);
        CloseBlocks(shared);
        Remember(term, shared);
        _pending.PushTerm(term, state);
        TermCount++;
    }

    /// <summary>Writes what is pending and returns the prefixes of all blocks but the root, with their codes.</summary>
    public FstBuilder Finish()
    {
        CloseBlocks(0);
        CloseBlock(0, _pending.Count);

        // The root came last; sub-blocks came before the blocks that hold them.
        RootCode = _index[^1].Code;
        _index.RemoveAt(_index.Count - 1);
        _index.Sort(static (left, right) => left.Prefix.AsSpan().SequenceCompareTo(right.Prefix));
        var builder = new FstBuilder();
        foreach ((byte[] prefix, byte[] code) in _index)
            builder.Add(prefix, code);
        return builder;
    }

    // The last term's bytes behind the shared prefix will not come again: entries below them are complete.
    private void CloseBlocks(int shared)
    {
        for (int i = _lastLength - 1; i >= shared; i--)
        {
            int count = _pending.Count - _starts[i];
            if (count >= MinEntries)
                CloseBlock(i + 1, count);
        }
    }

    private void Remember(ReadOnlySpan<byte> term, int shared)
    {
        if (term.Length > _last.Length)
        {
            int capacity = Math.Max(term.Length, 2 * _last.Length);
            Array.Resize(ref _last, capacity);
            Array.Resize(ref _starts, capacity);
        }
        _starts.AsSpan(shared, term.Length - shared).Fill(_pending.Count);
        term.CopyTo(_last);
        _lastLength = term.Length;
    }

    // The top entries share the last term's prefix: they become one block, or a floor group where there are many.
    private void CloseBlock(int prefixLength, int count)
    {
        int first = _pending.Count - count;
        int end = _pending.Count;
        _group.Clear();
        int blockStart = first;
        int lastLead = -1;
        for (int i = first; i < end; i++)
        {
            int lead = _pending.LeadByte(i, prefixLength);
            if (lead != lastLead && i - blockStart >= MinEntries && end - blockStart > MaxEntries)
            {
                _group.Add(_blocks.Write(_pending, blockStart, i, prefixLength, isLast: false, _shape));
                blockStart = i;
            }
            lastLead = lead;
        }
        _group.Add(_blocks.Write(_pending, blockStart, end, prefixLength, isLast: true, _shape));

        _code.Clear();
        BlockCode.Write(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_group), _code);
        byte[] prefix = _last.AsSpan(0, prefixLength).ToArray();
        _index.Add((prefix, _code.Written.ToArray()));
        _pending.PopTo(first);
        _pending.PushBlock(prefix, _group[0].FilePointer);
    }
}
