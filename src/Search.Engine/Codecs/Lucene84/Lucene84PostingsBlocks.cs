using System.Diagnostics;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>The documents of one term in blocks of 128, the last one shorter.</summary>
/// <remarks>
/// Postings notes, sections 3.1 and 11. A block is known by the number of blocks before it, the last document before it and
/// its place in the file; skip data tells these without decoding what lies between. Documents and frequencies are decoded
/// when asked for.
/// </remarks>
internal sealed partial class Lucene84PostingsBlocks : PostingsBlocks
{
    private const int BlockSize = Lucene84PostingsFormat.BlockSize;
    private const int UnknownDoc = -1;

    private readonly IndexInput _file;
    private readonly int _maxDoc;
    private readonly Pool<Lucene84PostingsBlocks> _pool;
    private readonly int[] _docs = new int[BlockSize];
    private readonly int[] _freqs = new int[BlockSize];
    private readonly DocumentPositions? _positions;
    private readonly TermSkips _skips;
    private IndexInput? _input;
    private TermState _term;
    private PostingsShape _shape;
    private bool _withFreqs;
    private SkipCursor? _jumpedBy;

    // The current block; -1 before the first.
    private int _block;
    private int _blockCount;
    private int _docsInBlock;
    private int _previousDoc;
    private long _blockStart;
    private int _lastDoc;
    private bool _docsDecoded;
    private bool _freqsDecoded;
    private long _freqStart;
    private long _blockEnd;

    /// <summary>A cursor that stands nowhere until it is <see cref="Reset"/>.</summary>
    /// <param name="file">The <c>.doc</c> file; cloned when something must be read from it.</param>
    /// <param name="pool">Where it waits for its next use when it is released.</param>
    /// <param name="positions">Null when positions are not asked for, or read elsewhere.</param>
    public Lucene84PostingsBlocks(IndexInput file, int maxDoc, Pool<Lucene84PostingsBlocks> pool, PositionDeltas? positions = null)
    {
        _file = file;
        _maxDoc = maxDoc;
        _pool = pool;
        _skips = new TermSkips(file, maxDoc);
        _positions = positions is null ? null : new DocumentPositions(this, positions);
    }

    public override int DocFreq => _term.DocFreq;

    public override ReadOnlySpan<int> Docs
    {
        get
        {
            if (!_docsDecoded)
                DecodeDocs();
            return _docs.AsSpan(0, _docsInBlock);
        }
    }

    public override ReadOnlySpan<int> Freqs
    {
        get
        {
            Debug.Assert(_withFreqs, "the blocks were opened without frequencies");
            if (!_freqsDecoded)
                DecodeFreqs();
            return _freqs.AsSpan(0, _docsInBlock);
        }
    }

    /// <summary>Number of blocks before the current one.</summary>
    internal int Number => _block;

    /// <summary>Whether the last <see cref="AdvanceBlock"/> left blocks out, so that positions go on at <see cref="JumpTarget"/>.</summary>
    internal bool Jumped { get; private set; }

    /// <summary>Where the positions of the current block's first document are, after a jump.</summary>
    internal ref readonly SkipEntry JumpTarget => ref _jumpedBy!.Passed;

    /// <summary>Stands before the first block of a term of a field with these columns.</summary>
    internal void Reset(in TermState term, PostingsShape shape, bool withFreqs)
    {
        _term = term;
        _shape = shape;
        _withFreqs = withFreqs;
        _blockCount = (term.DocFreq + BlockSize - 1) / BlockSize;
        _block = -1;
        _docsInBlock = 0;
        _docsDecoded = _freqsDecoded = false;
        _lastDoc = UnknownDoc;
        _skips.Reset(term, shape);
        Jumped = false;
        _positions?.Start(term, shape);
    }

    public override bool NextBlock()
    {
        Jumped = false;
        if (_block + 1 >= _blockCount)
            return End();
        if (_block < 0)
        {
            MoveTo(0, UnknownDoc, _term.DocStart);
            return true;
        }
        if (!_docsDecoded && _term.SkipOffset >= 0)
        {
            SkipCursor skip = _skips.Blocks;
            skip.AdvanceToBlock(_block + 1);
            if (skip.PassedBlocks == _block + 1)
            {
                MoveTo(_block + 1, skip.Passed.DocId, skip.Passed.DocFilePointer);
                return true;
            }
        }
        MoveTo(_block + 1, Docs[^1], FindBlockEnd());
        return true;
    }

    public override bool AdvanceBlock(int target)
    {
        Jumped = false;
        if (_block >= _blockCount)
            return false;
        if (_block < 0)
            MoveTo(0, UnknownDoc, _term.DocStart);
        if (_lastDoc >= target)
            return true;
        if (_term.SkipOffset >= 0 && !TryWalkTo(target))
            SkipTo(target);
        if (_lastDoc == UnknownDoc)
            _lastDoc = Docs[^1];
        if (_lastDoc >= target)
            return true;
        Debug.Assert(_block == _blockCount - 1, "only the last block is not bounded by skip data");
        return End();
    }

    public override int AdvanceShallow(int target) => _skips.AdvanceBounds(target);

    public override ReadOnlySpan<Impact> ImpactsUpTo(int upTo) => _skips.ImpactsUpTo(upTo);

    public override int SampleImpacts(int stretches, Span<Impact> sample) => _skips.SampleImpacts(stretches, sample);

    public override int BoundedUpTo(int upTo) => _skips.BoundedUpTo(upTo);

    public override ReadOnlySpan<int> Positions(int index) => _positions!.Of(index);

    internal override void Release() => _pool.Give(this);

    /// <summary>Stands in front of the packed frequencies of a full block whose documents are decoded and whose frequencies are not; else null.</summary>
    internal IndexInput? PackedFreqs()
    {
        if (!_docsDecoded || _freqsDecoded || _docsInBlock < BlockSize || !_shape.HasFreqs)
            return null;
        _input!.Seek(_freqStart);
        return _input;
    }

    /// <summary>Where the positions of the current block's first document are.</summary>
    internal SkipEntry PositionStart()
    {
        if (_block == 0)
            return new SkipEntry { PositionFilePointer = _term.PositionStart, PayloadFilePointer = _term.PayloadStart };
        SkipCursor skip = _skips.Blocks;
        skip.Advance(_previousDoc + 1);
        if (skip.PassedBlocks != _block)
            throw new CorruptIndexException($"the skip data does not know the block of documents behind {_previousDoc}", _file.Name, _blockStart);
        return skip.Passed;
    }

    // Decodes the next block if the target is as near as that block is likely to reach: it costs no more than to read an entry of the skip
    // data, and when the target is there, as it mostly is, nothing more is needed.
    private bool TryWalkTo(int target)
    {
        if (!_docsDecoded || _block + 1 >= _blockCount || (long)target - _lastDoc > _lastDoc - _previousDoc || _skips.BoundsAt(target, _block) is not null)
            return false;
        MoveTo(_block + 1, _lastDoc, FindBlockEnd());
        DecodeDocs();
        return _lastDoc >= target;
    }

    // Moves to the block behind the last entry below the target, unless the cursor is there already.
    private void SkipTo(int target)
    {
        // Bounds are usually looked up for the target first: that cursor stands at the right place then.
        SkipCursor? skip = _skips.BoundsAt(target, _block);
        if (skip is null)
        {
            skip = _skips.Blocks;
            skip.Advance(target);
        }
        if (skip.PassedBlocks > _block)
        {
            Jumped = skip.PassedBlocks > 0;
            _jumpedBy = skip;
            MoveTo(skip.PassedBlocks, skip.Passed.DocId, skip.Passed.DocFilePointer);
        }
        if (skip.PassedBlocks == _block && skip.UpTo != DocIdCursor.NoMoreDocs)
            _lastDoc = skip.UpTo;
    }

    private void MoveTo(int block, int previousDoc, long filePointer)
    {
        _block = block;
        _previousDoc = previousDoc;
        _blockStart = filePointer;
        _docsInBlock = Math.Min(BlockSize, _term.DocFreq - block * BlockSize);
        _lastDoc = UnknownDoc;
        _docsDecoded = _freqsDecoded = false;
        _freqStart = _blockEnd = -1;
    }

    private bool End()
    {
        _block = _blockCount;
        _docsInBlock = 0;
        _docsDecoded = _freqsDecoded = true;
        return false;
    }

    private void DecodeDocs()
    {
        if (_block < 0)
            return;
        if (_term.SingletonDocId >= 0)
        {
            _docs[0] = _term.SingletonDocId;
        }
        else if (_docsInBlock < BlockSize)
        {
            ReadTail();
        }
        else
        {
            IndexInput input = _input ??= _file.Clone();
            input.Seek(_blockStart);
            DocIdBlock.Read(input, _previousDoc, _maxDoc, _docs);
            _freqStart = input.Position;
        }
        int lastDoc = _docs[_docsInBlock - 1];
        if (_lastDoc != UnknownDoc && _lastDoc != lastDoc)
            throw new CorruptIndexException($"a block that ends with document {lastDoc} where the skip data says {_lastDoc}", _file.Name, _blockStart);
        _docsDecoded = true;
        _lastDoc = lastDoc;
    }

    private void DecodeFreqs()
    {
        if (_freqStart < 0)
            DecodeDocs();
        if (_freqsDecoded || _block < 0)
            return;
        if (!_shape.HasFreqs)
        {
            _freqs.AsSpan(0, _docsInBlock).Fill(1);
        }
        else if (_term.SingletonDocId >= 0)
        {
            _freqs[0] = (int)_term.TotalTermFreq;
        }
        else
        {
            _input!.Seek(_freqStart);
            PatchedBlock.Read(_input, _freqs);
            CheckFreqs(_input);
            _blockEnd = _input.Position;
        }
        _freqsDecoded = true;
    }

    private void ReadTail()
    {
        PostingsTail.Read(_file, _blockStart, _shape.HasFreqs, _previousDoc, _maxDoc, _docs.AsSpan(0, _docsInBlock), _withFreqs ? _freqs : []);
        if (!_withFreqs || !_shape.HasFreqs)
            return;
        _freqsDecoded = true;
        CheckFreqs(_file);
    }

    private void CheckFreqs(IndexInput input)
    {
        if (_freqs.AsSpan(0, _docsInBlock).ContainsAnyExceptInRange(1, int.MaxValue))
            throw new CorruptIndexException("a frequency below 1", input);
    }

    private long FindBlockEnd()
    {
        if (_blockEnd >= 0)
            return _blockEnd;
        if (!_shape.HasFreqs)
            return _freqStart;
        _input!.Seek(_freqStart);
        PatchedBlock.Skip(_input);
        return _input.Position;
    }
}
