using Search.Engine.Indexing.Buffering;

namespace Search.Engine.Indexing.Flushing;

/// <summary>A buffer on its way to a segment.</summary>
/// <remarks>The writer's lock guards it.</remarks>
internal sealed class FlushTicket(DocumentBuffer buffer, int round)
{
    /// <summary>The buffer; nobody adds to it any more.</summary>
    public DocumentBuffer Buffer => buffer;

    /// <summary>How many times everything had been flushed when this flush began.</summary>
    public int Round => round;

    /// <summary>Memory that the buffer holds until it is written.</summary>
    public long Bytes { get; private set; } = buffer.BufferedBytes;

    /// <summary>Number of documents, failed ones included.</summary>
    public int DocCount { get; } = buffer.DocCount;

    /// <summary>The lowest sequence number of a document.</summary>
    public long FirstSequence { get; } = buffer.Sequences.First;

    /// <summary>The segment; null until it is written.</summary>
    public FlushedSegment? Flushed { get; private set; }

    /// <summary>Hands the segment in; the buffer is free.</summary>
    public void HandIn(FlushedSegment flushed)
    {
        Flushed = flushed;
        Bytes = 0;
    }
}
