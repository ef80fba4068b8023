using Search.Engine.Index;

namespace Search.Engine.Indexing.Buffering;

/// <summary>Walks the postings of one buffered term: documents in order, all positions of each.</summary>
internal struct BufferedPostings
{
    private readonly IndexOptions _options;
    private readonly int _lastDocId;
    private readonly int _lastFreq;
    private SliceReader _docs;
    private SliceReader _positions;

    public BufferedPostings(ByteArena arena, IndexOptions options, in TermPostings postings)
    {
        _options = options;
        _lastDocId = postings.DocId;
        _lastFreq = postings.Freq;
        _docs = new SliceReader(arena, postings.Docs);
        _positions = new SliceReader(arena, postings.Positions);
        DocId = -1;
    }

    public int DocId { get; private set; }

    /// <summary>Occurrences in the current document; 1 where frequencies are not indexed.</summary>
    public int Freq { get; private set; }

    public int Position { get; private set; }

    public int StartOffset { get; private set; }

    public int EndOffset { get; private set; }

    /// <summary>Moves to the next document; all positions of the one before were read.</summary>
    public bool NextDoc()
    {
        if (DocId == _lastDocId)
            return false;
        if (_docs.IsAtEnd)
        {
            DocId = _lastDocId;
            Freq = _options == IndexOptions.Docs ? 1 : _lastFreq;
        }
        else
        {
            ReadDocument();
        }
        Position = 0;
        StartOffset = 0;
        return true;
    }

    /// <summary>Moves to the next of the <see cref="Freq"/> positions.</summary>
    public void NextPosition()
    {
        Position += _positions.ReadVInt32();
        if (_options < IndexOptions.DocsFreqsPositionsAndOffsets)
            return;
        StartOffset += _positions.ReadVInt32();
        EndOffset = StartOffset + _positions.ReadVInt32();
    }

    private void ReadDocument()
    {
        int previous = Math.Max(DocId, 0);
        int code = _docs.ReadVInt32();
        if (_options == IndexOptions.Docs)
        {
            DocId = previous + code;
            Freq = 1;
        }
        else
        {
            DocId = previous + (code >>> 1);
            Freq = (code & 1) != 0 ? 1 : _docs.ReadVInt32();
        }
    }
}
