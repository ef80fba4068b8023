using Search.Engine.Automata;
using Search.Engine.Codecs.Lucene84;
using Search.Engine.Store;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>One level of an intersection: the blocks of a prefix, a place in one of them, and the automaton's state behind the prefix.</summary>
internal sealed class IntersectionFrame
{
    private byte[]? _buffer;
    private byte[] _code = [];
    private int _codeLength;
    private int _codePosition;
    private int _followers;
    private long _head;
    private long _block;
    private int _automatonState;

    // Entries of a block with sub-blocks, found when it was read.
    private bool _isFound;
    private AcceptedEntry[] _accepted = [];
    private int _acceptedCount;
    private int _acceptedNext;

    /// <summary>The place.</summary>
    public TermBlockCursor Cursor;

    /// <summary>Length of the prefix.</summary>
    public int PrefixLength { get; private set; }

    /// <summary>The block's suffixes, if they are compressed.</summary>
    public byte[]? Buffer => _buffer;

    /// <summary>Names the first block of a prefix.</summary>
    public void Start(int prefixLength, long block, int automatonState)
    {
        PrefixLength = prefixLength;
        _head = block;
        _block = block;
        _automatonState = automatonState;
        _followers = 0;
    }

    /// <summary>Stands before the block's first entry.</summary>
    /// <param name="limit">Where the block must have ended.</param>
    public void Read(IndexInput terms, ByteRunAutomaton automaton, long limit)
    {
        Cursor = new TermBlockCursor(TermBlock.Read(terms, _block, limit, ref _buffer));
        _isFound = !Cursor.Block.IsLeaf && !Cursor.Block.LengthsEqual;
        _acceptedCount = _isFound ? Cursor.FindAccepted(terms, _buffer, automaton, _automatonState, ref _accepted) : 0;
        _acceptedNext = 0;
    }

    /// <summary>Takes over what the terms index says of the blocks that follow the first.</summary>
    public void ReadFollowers(BlockTreeTerms owner, ReadOnlySpan<byte> prefix)
    {
        var walk = new PrefixWalk(owner.Index, prefix, stackalloc byte[256]);
        while (walk.Next() && walk.PrefixLength < prefix.Length)
        {
        }
        ReadOnlySpan<byte> code = walk.PrefixLength == prefix.Length ? walk.CodeBytes : default;
        if (_code.Length < code.Length)
            _code = new byte[Math.Max(code.Length, 2 * _code.Length)];
        code.CopyTo(_code);
        _codeLength = code.Length;
        walk.Dispose();
        if (!BlockCode.TryReadFollowers(_code.AsSpan(0, _codeLength), _head, owner.Index.FileName, out _followers, out _codePosition))
            throw new CorruptIndexException($"the terms index does not know the blocks that follow the one at {_head}", owner.Index.FileName);
    }

    /// <summary>Moves to the next entry of the block that the automaton does not refuse.</summary>
    /// <param name="state">The automaton's state behind the entry; behind a term it accepts.</param>
    public bool TryNext(IndexInput terms, ByteRunAutomaton automaton, out int state)
    {
        if (!_isFound)
            return Cursor.Next(terms, _buffer, automaton, _automatonState, out state);
        bool any = _acceptedNext < _acceptedCount;
        if (any)
            Cursor.MoveTo(_accepted[_acceptedNext]);
        state = any ? _accepted[_acceptedNext++].State : Automaton.Dead;
        return any;
    }

    /// <summary>Moves on to the next block of the prefix that can have an entry which the automaton does not refuse; it is to be read.</summary>
    public bool TryFollower(ByteRunAutomaton automaton, IndexInput terms)
    {
        var code = new SpanReader(_code.AsSpan(0, _codeLength), terms.Name) { Position = _codePosition };
        while (_followers > 0)
        {
            _followers--;
            int lead = code.ReadByte();
            long block = _head + (code.ReadVInt64() >> 1);
            int end = _followers > 0 && code.Remaining > 0 ? code.Rest[0] - 1 : byte.MaxValue;
            if (block <= _block)
                code.ThrowCorrupt("floor blocks that do not follow one another");
            if (!automaton.CanStep(_automatonState, lead, end))
                continue;
            _block = block;
            _codePosition = code.Position;
            return true;
        }
        return false;
    }
}
