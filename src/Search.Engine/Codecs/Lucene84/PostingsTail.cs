using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>The last documents of a term, fewer than a block: gaps and frequencies side by side.</summary>
/// <remarks>Postings notes, section 3.1.</remarks>
internal static class PostingsTail
{
    /// <summary>Reads the documents.</summary>
    /// <param name="previous">Last document of the block before; -1 for the first block.</param>
    /// <param name="docIds">Says by its length how many.</param>
    /// <param name="freqs">Receives the frequencies where they are indexed; empty when they are not asked for.</param>
    /// <exception cref="CorruptIndexException">The ids do not ascend, or reach <paramref name="maxDoc"/>.</exception>
    public static void Read(IndexInput input, bool hasFreqs, int previous, int maxDoc, Span<int> docIds, Span<int> freqs)
    {
        var reader = new SpanReader(input, input.Position, input.Length);
        int docId = Math.Max(previous, 0);
        for (var i = 0; i < docIds.Length; i++)
        {
            var code = (uint)reader.ReadVInt32();
            uint gap = hasFreqs ? code >> 1 : code;
            long next = docId + (long)gap;
            if (next >= maxDoc || (gap == 0 && (i > 0 || previous >= 0)))
                reader.ThrowCorrupt($"document {next} after {docId}, of {maxDoc}");
            docIds[i] = docId = (int)next;
            if (!hasFreqs)
                continue;
            int freq = (code & 1) != 0 ? 1 : reader.ReadVInt32();
            if (!freqs.IsEmpty)
                freqs[i] = freq;
        }
        input.Seek(reader.FilePointer);
    }
}
