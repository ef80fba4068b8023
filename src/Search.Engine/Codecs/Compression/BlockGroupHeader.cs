using Search.Engine.Store;

namespace Search.Engine.Codecs.Compression;

/// <summary>How the content of a block group is cut: <c>[0, DictionaryLength)</c>, then blocks of <c>BlockLength</c>.</summary>
internal readonly record struct BlockGroupHeader(int Length, int DictionaryLength, int BlockLength)
{
    /// <summary>Number of sub-blocks.</summary>
    public int BlockCount => Length == DictionaryLength ? 0 : (int)(((long)Length - DictionaryLength + BlockLength - 1) / BlockLength);

    /// <summary>Reads the two lengths that start a group.</summary>
    public static BlockGroupHeader Read(IndexInput input, int length)
    {
        int dictionaryLength = input.ReadVInt32();
        int blockLength = input.ReadVInt32();
        if (dictionaryLength < 0 || dictionaryLength > length || blockLength < 0 || (blockLength == 0 && dictionaryLength < length))
            throw new CorruptIndexException($"a dictionary of {dictionaryLength} and blocks of {blockLength} bytes for a content of {length}", input);
        return new BlockGroupHeader(length, dictionaryLength, blockLength);
    }

    /// <summary>Where a sub-block starts in the content.</summary>
    public int StartOf(int block) => (int)(DictionaryLength + (long)block * BlockLength);

    /// <summary>Bytes of a sub-block; the last one may be shorter.</summary>
    public int LengthOf(int block) => Math.Min(BlockLength, Length - StartOf(block));

    /// <summary>Copies what a piece of the content has in common with the wanted part.</summary>
    /// <param name="piece">A piece of the content.</param>
    /// <param name="pieceStart">Where it starts in the content.</param>
    /// <param name="from">Where the wanted part starts in the content.</param>
    /// <param name="destination">The wanted part.</param>
    public static void CopyOverlap(ReadOnlySpan<byte> piece, int pieceStart, int from, Span<byte> destination)
    {
        int start = Math.Max(pieceStart, from);
        int end = Math.Min(pieceStart + piece.Length, from + destination.Length);
        if (start < end)
            piece[(start - pieceStart)..(end - pieceStart)].CopyTo(destination[(start - from)..]);
    }

    /// <summary>Whether a sub-block has anything of the wanted part.</summary>
    public bool Overlaps(int block, int from, int length) =>
        length > 0 && StartOf(block) < from + length && StartOf(block) + LengthOf(block) > from;
}
