using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>The last documents of a term, fewer than a block: gaps and frequencies side by side.</summary>
/// <remarks>Postings notes, section 3.1.</remarks>
internal static class PostingsTail
{
    // A document's code and its frequency.
    private const int MostBytes = 10;

    // No document's gap, and a frequency that is looked at closely.
    private const uint TooLarge = uint.MaxValue;

    /// <summary>Reads the documents.</summary>
    /// <param name="start">Where they begin; the input is not moved.</param>
    /// <param name="previous">Last document of the block before; -1 for the first block.</param>
    /// <param name="docIds">Says by its length how many.</param>
    /// <param name="freqs">Receives the frequencies where they are indexed; empty when they are not asked for.</param>
    /// <exception cref="CorruptIndexException">The ids do not ascend, or reach <paramref name="maxDoc"/>.</exception>
    public static void Read(IndexInput input, long start, bool hasFreqs, int previous, int maxDoc, Span<int> docIds, Span<int> freqs)
    {
        int enough = docIds.Length * MostBytes;
        if (start < 0 || start > input.Length - enough || !TryRead(input.SpanAt(start, enough), hasFreqs, previous, maxDoc, docIds, freqs))
            ReadChecked(input, start, hasFreqs, previous, maxDoc, docIds, freqs);
    }

    /// <summary>The definition.</summary>
    internal static void ReadChecked(IndexInput input, long start, bool hasFreqs, int previous, int maxDoc, Span<int> docIds, Span<int> freqs)
    {
        var reader = new SpanReader(input, start, input.Length);
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
    }

    // False: they are damaged, or so large that each is looked at closely. The bytes suffice, so that no number has to ask.
    private static bool TryRead(ReadOnlySpan<byte> bytes, bool hasFreqs, int previous, int maxDoc, Span<int> docIds, Span<int> freqs)
    {
        var at = 0;
        int docId = Math.Max(previous, 0);
        uint least = previous >= 0 ? 1u : 0;
        if (docId >= maxDoc)
            return false;
        for (var i = 0; i < docIds.Length; i++)
        {
            uint code = ReadNumber(bytes, ref at);
            uint gap = hasFreqs ? code >> 1 : code;
            if (gap < least || gap >= (uint)(maxDoc - docId))
                return false;
            least = 1;
            docId += (int)gap;
            docIds[i] = docId;
            if (!hasFreqs)
                continue;
            uint freq = (code & 1) != 0 ? 1 : ReadNumber(bytes, ref at);
            if (freq == TooLarge)
                return false;
            if (!freqs.IsEmpty)
                freqs[i] = (int)freq;
        }
        return true;
    }

    // Up to 28 bits.
    private static uint ReadNumber(ReadOnlySpan<byte> bytes, ref int at)
    {
        uint value = bytes[at++];
        if (value < 0x80)
            return value;
        uint next = bytes[at++];
        value = (value & 0x7F) | ((next & 0x7F) << 7);
        for (var shift = 14; next >= 0x80; shift += 7)
        {
            if (shift == 28)
                return TooLarge;
            next = bytes[at++];
            value |= (next & 0x7F) << shift;
        }
        return value;
    }
}
