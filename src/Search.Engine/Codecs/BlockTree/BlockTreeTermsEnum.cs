using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>Walks the tree of blocks in order; a seek goes straight to the block of its target.</summary>
/// <remarks>
/// Postings notes, section 11. The frames are the blocks from the root to the current one. A seek leaves the frames above the
/// deepest unread: when the walk comes back to one, it is read and searched for the sub-block that it came from.
/// </remarks>
internal sealed class BlockTreeTermsEnum : TermsEnum
{
    private readonly BlockTreeTerms _owner;
    private readonly IndexInput _terms;
    private readonly List<TermsFrame> _frames = [];
    private byte[] _term = new byte[64];
    private int _termLength;
    private int _depth = -1;
    private long _moves;
    private bool _started;

    public BlockTreeTermsEnum(BlockTreeTerms owner, IndexInput terms)
    {
        _owner = owner;
        _terms = terms;
    }

    public override ReadOnlySpan<byte> Term => _term.AsSpan(0, _termLength);

    public override TermState State => _owner.StateOf(ref _frames[_depth].Cursor);

    public override bool Next()
    {
        if (!_started)
            return SeekCeiling(default);
        return _depth >= 0 && MoveToTerm();
    }

    public override bool SeekCeiling(ReadOnlySpan<byte> target)
    {
        _started = true;
        _moves = 0;
        OpenFrames(target);
        TermsFrame frame = _frames[_depth];
        ReadOnlySpan<byte> suffix = target[frame.PrefixLength..];
        target[..frame.PrefixLength].CopyTo(TermOf(frame.PrefixLength));
        frame.Read(_terms, LimitOf(_depth));
        while (frame.Cursor.Next(_terms))
        {
            ReadOnlySpan<byte> entry = frame.Cursor.Suffix(_terms, frame.Buffer);
            if (entry.SequenceCompareTo(suffix) < 0)
            {
                if (!frame.Cursor.IsTerm && suffix.StartsWith(entry))
                    throw new CorruptIndexException("a sub-block that the terms index does not know", _terms.Name, frame.Cursor.Block.FilePointer);
                continue;
            }
            Append(frame, entry);
            return frame.Cursor.IsTerm ? Count() : Descend() && MoveToTerm();
        }
        return MoveToTerm();
    }

    // The blocks of all prefixes of the target, unread.
    private void OpenFrames(ReadOnlySpan<byte> target)
    {
        _depth = -1;
        var walk = new PrefixWalk(_owner.Index, target, stackalloc byte[256]);
        while (walk.Next())
        {
            BlockCode code = walk.Code;
            Push().Start(walk.PrefixLength, code.Head, code.Block);
        }
        walk.Dispose();
    }

    // Moves on until the current entry is a term; down into sub-blocks, on to followers, up to parents.
    private bool MoveToTerm()
    {
        while (true)
        {
            TermsFrame frame = _frames[_depth];
            if (frame.Cursor.Next(_terms))
            {
                Append(frame, frame.Cursor.Suffix(_terms, frame.Buffer));
                if (frame.Cursor.IsTerm)
                    return Count();
                Descend();
            }
            else if (!frame.Cursor.Block.IsLast)
            {
                frame.StartFollower(_terms);
                frame.Read(_terms, LimitOf(_depth));
            }
            else if (--_depth < 0)
            {
                return false;
            }
            else if (!_frames[_depth].IsRead)
            {
                _frames[_depth].ReadAt(_terms, LimitOf(_depth), subBlock: frame.Head);
            }
        }
    }

    private bool Descend()
    {
        long subBlock = _frames[_depth].Cursor.SubBlock;
        TermsFrame frame = Push();
        frame.Start(_termLength, subBlock, subBlock);
        frame.Read(_terms, LimitOf(_depth));
        return true;
    }

    // A group ends before the block that points to it; this also rules out cycles.
    private long LimitOf(int depth)
    {
        if (depth == 0)
            return _owner.BlocksEnd;
        TermsFrame parent = _frames[depth - 1];
        return parent.IsRead ? parent.Cursor.Block.FilePointer : parent.Block;
    }

    private TermsFrame Push()
    {
        if (++_depth == _frames.Count)
            _frames.Add(new TermsFrame());
        return _frames[_depth];
    }

    // A damaged tree may visit a block many times, but it cannot show more terms than the field has.
    private bool Count()
    {
        if (++_moves > _owner.Count)
            throw new CorruptIndexException($"more than the {_owner.Count} terms of the field", _terms.Name);
        return true;
    }

    private void Append(TermsFrame frame, ReadOnlySpan<byte> suffix)
    {
        int length = frame.PrefixLength + suffix.Length;
        suffix.CopyTo(TermOf(length)[frame.PrefixLength..]);
    }

    private Span<byte> TermOf(int length)
    {
        if (length > Index.Term.MaxBytes)
            throw new CorruptIndexException($"a term of {length} bytes", _terms.Name);
        if (_term.Length < length)
            Array.Resize(ref _term, Math.Max(length, 2 * _term.Length));
        _termLength = length;
        return _term.AsSpan(0, length);
    }
}
