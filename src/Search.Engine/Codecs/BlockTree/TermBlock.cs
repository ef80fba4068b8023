using Search.Engine.Codecs.Lucene84;
using Search.Engine.Store;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>Where the parts of one block of the terms dictionary lie.</summary>
/// <remarks>Postings notes, section 6.2. All places are byte offsets in <c>.tim</c>.</remarks>
internal struct TermBlock
{
    /// <summary>Where the block starts.</summary>
    public long FilePointer;

    /// <summary>Where the block must have ended.</summary>
    public long Limit;

    /// <summary>Number of terms and sub-blocks, at least 1.</summary>
    public int EntryCount;

    /// <summary>Whether no other block of the same prefix follows.</summary>
    public bool IsLast;

    /// <summary>Whether it has no sub-blocks.</summary>
    public bool IsLeaf;

    /// <summary>Whether the suffixes are in a buffer and not where the block lies.</summary>
    public bool IsCompressed;

    public long SuffixStart;
    public int SuffixBytes;
    public long LengthStart;
    public int LengthBytes;

    /// <summary>Whether one length byte stands for all.</summary>
    public bool LengthsEqual;

    /// <summary>Where <see cref="TermBlockStates"/> starts.</summary>
    public long StatesStart;

    /// <summary>Reads the layout of a block as far as its entries go.</summary>
    /// <param name="limit">Where the block must have ended.</param>
    /// <param name="buffer">Receives compressed suffixes; from the shared pool.</param>
    public static TermBlock Read(IndexInput terms, long filePointer, long limit, ref byte[]? buffer)
    {
        var reader = new SpanReader(terms, filePointer, limit);
        var entries = (uint)reader.ReadVInt32();
        long token = reader.ReadVInt64();
        var block = new TermBlock
        {
            FilePointer = filePointer,
            Limit = limit,
            EntryCount = (int)(entries >> 1),
            IsLast = (entries & 1) != 0,
            IsLeaf = (token & 4) != 0,
            IsCompressed = (token & 3) != SuffixCompression.None,
        };
        // Entries differ, so at most one has no suffix: this also bounds how long a damaged block can be scanned.
        if (block.EntryCount == 0 || token >> 3 > int.MaxValue || block.EntryCount - 1 > token >> 3)
            reader.ThrowCorrupt($"a block of {block.EntryCount} entries and {token >> 3} suffix bytes");

        block.SuffixBytes = (int)(token >> 3);
        block.SuffixStart = reader.FilePointer;
        if (block.IsCompressed)
            SuffixCompression.Read(ref reader, (int)(token & 3), block.SuffixBytes, ref buffer);
        else
            reader.ReadSpan(block.SuffixBytes);

        var lengths = (uint)reader.ReadVInt32();
        block.LengthBytes = (int)(lengths >> 1);
        block.LengthsEqual = (lengths & 1) != 0;
        if (block.LengthBytes < block.EntryCount)
            reader.ThrowCorrupt($"{block.LengthBytes} length bytes for {block.EntryCount} entries");
        block.LengthStart = reader.FilePointer;
        reader.ReadSpan(block.LengthsEqual ? 1 : block.LengthBytes);
        block.StatesStart = reader.FilePointer;
        return block;
    }

    /// <summary>Asks for the suffixes and lengths of a block of the usual size to be brought nearer.</summary>
    /// <param name="filePointer">Negative: there is none.</param>
    public static void Prefetch(IndexInput terms, long filePointer)
    {
        const int LineBytes = 64;
        if (filePointer < 0)
            return;
        for (var line = 0; line < 4; line++)
            terms.Prefetch(filePointer + line * LineBytes);
    }

    /// <summary>All suffixes, one after another.</summary>
    public readonly ReadOnlySpan<byte> Suffixes(IndexInput terms, byte[]? buffer) =>
        IsCompressed ? buffer.AsSpan(0, SuffixBytes) : terms.SpanAt(SuffixStart, SuffixBytes);
}
