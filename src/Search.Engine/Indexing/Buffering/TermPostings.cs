namespace Search.Engine.Indexing.Buffering;

/// <summary>The postings of one term in the buffer: those of its latest document as numbers, all before as bytes.</summary>
internal struct TermPostings
{
    /// <summary>Documents before the latest one: distance, and the frequency where it is indexed.</summary>
    public SliceStream Docs;

    /// <summary>Positions of all documents: distance, then distance and length of the offsets where they are indexed.</summary>
    public SliceStream Positions;

    /// <summary>The latest document; -1: none yet.</summary>
    public int DocId;

    /// <summary>The document before the latest one, or 0.</summary>
    public int PreviousDocId;

    /// <summary>Occurrences in the latest document.</summary>
    public int Freq;

    /// <summary>Latest position in the latest document.</summary>
    public int Position;

    /// <summary>Latest start offset in the latest document.</summary>
    public int StartOffset;
}
