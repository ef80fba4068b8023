using System.Diagnostics;
using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>The documents of one term one at a time, on top of its blocks; positions are read along.</summary>
/// <remarks>
/// The stream of positions lags behind the documents: <c>_unread</c> counts the positions between its place and the end of the
/// current document, and is made good when a position is asked for.
/// </remarks>
internal sealed class Lucene84PostingsEnum : PostingsEnum
{
    private readonly Lucene84PostingsReader _owner;
    private readonly PostingsShape _shape;
    private readonly PostingsDetail _detail;
    private readonly Lucene84PostingsBlocks _blocks;
    private readonly PositionsReader? _positions;

    private int _docId = -1;
    private int _index;
    private int _docsInBlock;
    private long _unread;
    private int _position;
    private int _startOffset;
    private int _endOffset;

    /// <param name="positions">Stands before the term's first position; null when positions are not asked for or not there.</param>
    public Lucene84PostingsEnum(
        Lucene84PostingsReader owner, PostingsShape shape, PostingsDetail detail, Lucene84PostingsBlocks blocks, PositionsReader? positions)
    {
        _owner = owner;
        _shape = shape;
        _detail = detail;
        _blocks = blocks;
        _positions = positions;
        Start();
    }

    public override int DocId => _docId;

    public override long Cost => _blocks.DocFreq;

    public override int Freq => _detail == PostingsDetail.Docs || !_shape.HasFreqs ? 1 : _blocks.Freqs[_index];

    public override int StartOffset => _startOffset;

    public override int EndOffset => _endOffset;

    public override ReadOnlySpan<byte> Payload =>
        _positions is not null && _shape.HasPayloads && _detail == PostingsDetail.Everything ? _positions.Payload : default;

    private bool HasOffsets => _shape.HasOffsets && _detail == PostingsDetail.Everything && _positions is not null;

    /// <summary>Starts over with another term, if the cursor can serve it.</summary>
    public bool TryReset(Lucene84PostingsReader owner, in TermState term, PostingsShape shape, PostingsDetail detail)
    {
        if (!ReferenceEquals(owner, _owner) || shape != _shape || detail != _detail)
            return false;
        _blocks.Reset(term, shape, withFreqs: detail >= PostingsDetail.Freqs);
        _positions?.StartTerm(term);
        Start();
        return true;
    }

    public override int NextDoc()
    {
        if (++_index < _docsInBlock)
            return Enter();
        if (_docId == NoMoreDocs || !_blocks.NextBlock())
            return End();
        _docsInBlock = _blocks.Docs.Length;
        _index = 0;
        return Enter();
    }

    public override int Advance(int target)
    {
        if (_docId == NoMoreDocs)
            return NoMoreDocs;
        if (_docsInBlock == 0 || _blocks.Docs[^1] < target)
        {
            int left = _index + 1;
            CountUnread(left, _docsInBlock);
            if (!_blocks.AdvanceBlock(target))
                return End();
            if (_blocks.Jumped && _positions is not null)
            {
                _positions.SeekTo(_blocks.JumpTarget);
                _unread = _blocks.JumpTarget.PositionsBefore;
            }
            _docsInBlock = _blocks.Docs.Length;
            _index = -1;
        }
        int found = _index + 1 + BlockSearch.FirstAtLeast(_blocks.Docs[(_index + 1)..], target);
        CountUnread(_index + 1, found);
        _index = found;
        return Enter();
    }

    public override int NextPosition()
    {
        if (_positions is null)
            return -1;
        int freq = _blocks.Freqs[_index];
        if (_unread > freq)
        {
            _positions.Skip(_unread - freq);
            _unread = freq;
        }
        Debug.Assert(_unread > 0, "more positions than the document has");
        _unread--;
        _positions.Next();
        _position += _positions.PositionDelta;
        if (_position < 0)
            _positions.ThrowCorrupt($"a position beyond {int.MaxValue} in document {_docId}");
        if (HasOffsets)
            ReadOffsets();
        return _position;
    }

    private void ReadOffsets()
    {
        if (_startOffset < 0)
            _startOffset = 0;
        _startOffset += _positions!.StartOffsetDelta;
        _endOffset = _startOffset + _positions.OffsetLength;
        if (_startOffset < 0 || _endOffset < _startOffset)
            _positions.ThrowCorrupt($"an offset beyond {int.MaxValue} in document {_docId}");
    }

    private void Start()
    {
        _docId = -1;
        _index = -1;
        _docsInBlock = 0;
        _unread = 0;
        _startOffset = _endOffset = -1;
    }

    private int Enter()
    {
        _docId = _blocks.Docs[_index];
        if (_positions is not null)
        {
            _unread += _blocks.Freqs[_index];
            _position = 0;
            _startOffset = _endOffset = -1;
        }
        return _docId;
    }

    private int End()
    {
        _docsInBlock = 0;
        _index = -1;
        return _docId = NoMoreDocs;
    }

    private void CountUnread(int from, int end)
    {
        if (_positions is null || from >= end)
            return;
        foreach (int freq in _blocks.Freqs[from..end])
            _unread += freq;
    }
}
