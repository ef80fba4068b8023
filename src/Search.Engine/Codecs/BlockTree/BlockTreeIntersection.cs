using Search.Engine.Automata;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>Walks the terms that an automaton takes: down into those blocks only whose prefix it has not refused.</summary>
/// <remarks>
/// README.md, "Intersection". A frame keeps the automaton's state behind its prefix; the entries of its block are tried from there.
/// Nothing is allocated for a term.
/// </remarks>
internal sealed class BlockTreeIntersection : MatchingTerms
{
    private readonly BlockTreeTerms _owner;
    private readonly IndexInput _terms;
    private readonly List<IntersectionFrame> _frames = [];
    private ByteRunAutomaton _automaton = null!;
    private byte[] _term = new byte[64];
    private int _termLength;
    private int _depth = -1;
    private long _blocksRead;
    private int _automatonState;

    /// <summary>A walk that stands nowhere until it is started.</summary>
    public BlockTreeIntersection(BlockTreeTerms owner, IndexInput terms)
    {
        _owner = owner;
        _terms = terms;
    }

    public override ReadOnlySpan<byte> Term => _term.AsSpan(0, _termLength);

    public override TermState State => _owner.StateOf(ref _frames[_depth].Cursor);

    public override int AutomatonState => _automatonState;

    public override bool Next()
    {
        while (_depth >= 0)
        {
            IntersectionFrame frame = _frames[_depth];
            if (frame.TryNext(_terms, _automaton, out _automatonState))
            {
                Append(frame, frame.Cursor.Suffix(_terms, frame.Buffer));
                if (frame.Cursor.IsTerm)
                    return true;
                Push(frame.Cursor.SubBlock, _automatonState);
            }
            else if (frame.TryFollower(_automaton, _terms))
            {
                Read(frame);
            }
            else
            {
                _depth--;
            }
        }
        return false;
    }

    /// <summary>Stands before the first term that an automaton takes.</summary>
    public void Start(ByteRunAutomaton automaton)
    {
        _automaton = automaton;
        _termLength = 0;
        _depth = -1;
        _blocksRead = 0;
        Push(_owner.RootBlock, automatonState: 0);
    }

    public override void Release() => _owner.Give(this);

    private void Push(long block, int automatonState)
    {
        if (++_depth == _frames.Count)
            _frames.Add(new IntersectionFrame());
        IntersectionFrame frame = _frames[_depth];
        frame.Start(_termLength, block, automatonState);
        Read(frame);
        if (!frame.Cursor.Block.IsLast)
            frame.ReadFollowers(_owner, Term);
    }

    // A damaged tree may lead to a block many times; a sound one has no more blocks than terms.
    private void Read(IntersectionFrame frame)
    {
        if (++_blocksRead > _owner.Count)
            throw new CorruptIndexException($"more blocks than the {_owner.Count} terms of the field", _terms.Name);
        // A group ends before the block that points to it.
        frame.Read(_terms, _automaton, _depth == 0 ? _owner.BlocksEnd : _frames[_depth - 1].Cursor.Block.FilePointer);
    }

    private void Append(IntersectionFrame frame, ReadOnlySpan<byte> suffix)
    {
        _termLength = frame.PrefixLength + suffix.Length;
        if (_termLength > Index.Term.MaxBytes)
            throw new CorruptIndexException($"a term of {_termLength} bytes", _terms.Name);
        if (_term.Length < _termLength)
            Array.Resize(ref _term, Math.Max(_termLength, 2 * _term.Length));
        suffix.CopyTo(_term.AsSpan(frame.PrefixLength));
    }
}
