using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>A block of a term that documents are looked for in, known by its skip data.</summary>
/// <param name="Number">Number of blocks before it.</param>
/// <param name="Previous">Last document before it.</param>
/// <param name="Last">Its last document; -1 when the skip data does not say, which is so for the last block.</param>
/// <param name="Start">Its place in the file.</param>
/// <param name="End">Place behind the wanted documents that may be in it.</param>
internal readonly record struct BlockVisit(int Number, int Previous, int Last, long Start, int End)
{
    private const int LineBytes = 64;

    /// <summary>
    /// Plans visits for ascending wanted documents from a place on, all behind the current block's start, as many as there is room for. The
    /// bytes of the blocks are on their way to the processor then.
    /// </summary>
    public static int Plan(SkipCursor skip, IndexInput file, ReadOnlySpan<int> wanted, int from, Span<BlockVisit> visits)
    {
        var count = 0;
        for (; from < wanted.Length && count < visits.Length; count++)
        {
            skip.Advance(wanted[from]);
            ref readonly SkipEntry passed = ref skip.Passed;
            int last = skip.UpTo;
            from = last == DocIdCursor.NoMoreDocs ? wanted.Length : BlockSearch.FirstAtLeast(wanted, from, last + 1);
            visits[count] = new BlockVisit(
                skip.PassedBlocks, skip.PassedBlocks == 0 ? -1 : passed.DocId, last == DocIdCursor.NoMoreDocs ? -1 : last, passed.DocFilePointer, from);
            file.Prefetch(passed.DocFilePointer);
            file.Prefetch(passed.DocFilePointer + LineBytes);
        }
        return count;
    }
}
