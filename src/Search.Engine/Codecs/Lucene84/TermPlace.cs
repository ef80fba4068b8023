using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>Where the postings of a dictionary block's terms lie, term after term; each is coded against the one before.</summary>
/// <remarks>Postings notes, section 4; <see cref="TermMetadata"/> writes it. A mutable struct: a term that is only passed costs no <see cref="TermState"/>.</remarks>
internal struct TermPlace
{
    private int _docFreq;
    private long _totalTermFreq;
    private long _docStart;
    private long _positionStart;
    private long _payloadStart;
    private long _lastPositionBlock;
    private long _skipOffset;
    private int _singleton;

    /// <summary>Before the first term of a block.</summary>
    public static TermPlace BlockStart => new() { _lastPositionBlock = -1, _skipOffset = -1, _singleton = -1 };

    /// <summary>The current term.</summary>
    public readonly TermState State => new()
    {
        DocFreq = _docFreq,
        TotalTermFreq = _totalTermFreq,
        DocStart = _docStart,
        PositionStart = _positionStart,
        PayloadStart = _payloadStart,
        LastPositionBlockOffset = _lastPositionBlock,
        SkipOffset = _skipOffset,
        SingletonDocId = _singleton,
    };

    /// <summary>Moves to the next term, whose statistics are known.</summary>
    /// <param name="docFreq">At least 1.</param>
    public void Read(ref SpanReader input, int docFreq, long totalTermFreq, PostingsShape shape, int maxDoc)
    {
        _docFreq = docFreq;
        _totalTermFreq = totalTermFreq;
        ReadDocuments(ref input, maxDoc);
        if (shape.HasPositions)
        {
            _positionStart += input.ReadVInt64();
            if (shape.HasPayloadFile)
                _payloadStart += input.ReadVInt64();
            _lastPositionBlock = totalTermFreq > Lucene84PostingsFormat.BlockSize ? input.ReadVInt64() : -1;
        }
        _skipOffset = docFreq > Lucene84PostingsFormat.BlockSize ? input.ReadVInt64() : -1;
    }

    private void ReadDocuments(ref SpanReader input, int maxDoc)
    {
        long code = input.ReadVInt64();
        if ((code & 1) != 0)
        {
            if (_docFreq != 1 || _singleton < 0)
                input.ThrowCorrupt("a difference between singletons where there are none");
            _singleton = (int)(_singleton + ZigZag.Decode((ulong)code >> 1));
        }
        else
        {
            _docStart += code >> 1;
            _singleton = _docFreq == 1 ? input.ReadVInt32() : -1;
        }
        if (_docFreq == 1 && (uint)_singleton >= (uint)maxDoc)
            input.ThrowCorrupt($"document {_singleton} of {maxDoc}");
    }
}
