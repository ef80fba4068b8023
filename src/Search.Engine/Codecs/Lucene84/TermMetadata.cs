using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>Where the postings of a term lie, as the difference to the term before it in the same dictionary block.</summary>
/// <remarks>Postings notes, section 4.</remarks>
internal static class TermMetadata
{
    /// <summary>What the first term of a block is coded against.</summary>
    public static TermState BlockStart => new() { DocFreq = 0, TotalTermFreq = 0, SkipOffset = -1, LastPositionBlockOffset = -1, SingletonDocId = -1 };

    public static void Write(DataOutput output, in TermState term, in TermState previous, PostingsShape shape)
    {
        if (term.SingletonDocId >= 0 && previous.SingletonDocId >= 0 && term.DocStart == previous.DocStart)
        {
            output.WriteVInt64(((long)ZigZag.Encode((long)term.SingletonDocId - previous.SingletonDocId) << 1) | 1);
        }
        else
        {
            output.WriteVInt64((term.DocStart - previous.DocStart) << 1);
            if (term.SingletonDocId >= 0)
                output.WriteVInt32(term.SingletonDocId);
        }

        if (shape.HasPositions)
        {
            output.WriteVInt64(term.PositionStart - previous.PositionStart);
            if (shape.HasPayloadFile)
                output.WriteVInt64(term.PayloadStart - previous.PayloadStart);
            if (term.LastPositionBlockOffset >= 0)
                output.WriteVInt64(term.LastPositionBlockOffset);
        }
        if (term.SkipOffset >= 0)
            output.WriteVInt64(term.SkipOffset);
    }
}
