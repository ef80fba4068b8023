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

    /// <summary>Reads the metadata of a term whose statistics are known.</summary>
    /// <param name="docFreq">At least 1.</param>
    public static TermState Read(ref SpanReader input, int docFreq, long totalTermFreq, in TermState previous, PostingsShape shape, int maxDoc)
    {
        long docStart = previous.DocStart;
        int singleton = -1;
        long code = input.ReadVInt64();
        if ((code & 1) != 0)
        {
            if (docFreq != 1 || previous.SingletonDocId < 0)
                input.ThrowCorrupt("a difference between singletons where there are none");
            singleton = (int)(previous.SingletonDocId + ZigZag.Decode((ulong)code >> 1));
        }
        else
        {
            docStart += code >> 1;
            if (docFreq == 1)
                singleton = input.ReadVInt32();
        }
        if (docFreq == 1 && (uint)singleton >= (uint)maxDoc)
            input.ThrowCorrupt($"document {singleton} of {maxDoc}");

        long positionStart = 0;
        long payloadStart = 0;
        long lastPositionBlock = -1;
        if (shape.HasPositions)
        {
            positionStart = previous.PositionStart + input.ReadVInt64();
            if (shape.HasPayloadFile)
                payloadStart = previous.PayloadStart + input.ReadVInt64();
            if (totalTermFreq > Lucene84PostingsFormat.BlockSize)
                lastPositionBlock = input.ReadVInt64();
        }
        return new TermState
        {
            DocFreq = docFreq,
            TotalTermFreq = totalTermFreq,
            DocStart = docStart,
            PositionStart = positionStart,
            PayloadStart = payloadStart,
            LastPositionBlockOffset = lastPositionBlock,
            SkipOffset = docFreq > Lucene84PostingsFormat.BlockSize ? input.ReadVInt64() : -1,
            SingletonDocId = singleton,
        };
    }
}
