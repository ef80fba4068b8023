namespace Search.Engine.Indexing.Buffering;

/// <summary>The postings of one term in the buffer: those of its latest document as numbers, all before as bytes.</summary>
/// <remarks>Not larger than what fits into a cache line beside a term's first bytes and its address.</remarks>
internal struct TermPostings
{
    /// <summary>Documents before the latest one: distance, and the frequency where it is indexed.</summary>
    public SliceStream Docs;

    /// <summary>Positions of all documents: distance, then distance and length of the offsets where they are indexed.</summary>
    public SliceStream Positions;

    /// <summary>The latest document.</summary>
    public int DocId;

    /// <summary>The document before the latest one, or 0.</summary>
    public int PreviousDocId;

    /// <summary>Occurrences in the latest document; 0: there is no document yet.</summary>
    public int Freq;

    /// <summary>Latest position in the latest document.</summary>
    public int Position;

    /// <summary>Latest start offset in the latest document.</summary>
    public int StartOffset;
}
