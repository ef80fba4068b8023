using Search.Engine.Codecs.Lucene84;
using Search.Engine.Store;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>Where statistics and metadata of a block's terms lie, and with them its end.</summary>
/// <remarks>
/// Postings notes, section 6.2. They lie behind the suffixes, in lines of memory of their own: a walk that finds no term in a block does
/// not wait for them. All places are byte offsets in <c>.tim</c>.
/// </remarks>
/// <param name="MetadataEnd">Where the block ends too, and where the next of its group starts.</param>
internal readonly record struct TermBlockStates(long StatsStart, long StatsEnd, long MetadataStart, long MetadataEnd)
{
    /// <summary>Finds them.</summary>
    public static TermBlockStates Read(in TermBlock block, IndexInput terms)
    {
        var reader = new SpanReader(terms, block.StatesStart, block.Limit);
        (long statsStart, long statsEnd) = ReadCounted(ref reader);
        (long metadataStart, long metadataEnd) = ReadCounted(ref reader);
        return new TermBlockStates(statsStart, statsEnd, metadataStart, metadataEnd);
    }

    private static (long Start, long End) ReadCounted(ref SpanReader reader)
    {
        int count = reader.ReadVInt32();
        long start = reader.FilePointer;
        reader.ReadSpan(count);
        return (start, start + count);
    }
}
