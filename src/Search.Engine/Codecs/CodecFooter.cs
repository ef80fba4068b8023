using Search.Engine.Store;

namespace Search.Engine.Codecs;

/// <summary>The last 16 bytes of every file: magic, algorithm 0, CRC-32 of all before the checksum.</summary>
/// <remarks>Container notes, sections 3.3 and 3.4.</remarks>
internal static class CodecFooter
{
    /// <summary>Bytes of a footer.</summary>
    public const int ByteCount = 16;

    private const int Magic = ~0x3FD76C17;
    private const int Crc32Algorithm = 0;

    /// <summary>Ends a file.</summary>
    public static void Write(IndexOutput output)
    {
        output.WriteInt32(Magic);
        output.WriteInt32(Crc32Algorithm);
        output.WriteInt64(output.Checksum);
    }

    /// <summary>Checks structure and checksum of a whole file, without moving: done at open for files that are read completely.</summary>
    /// <exception cref="CorruptIndexException">No sound footer, or the checksum disagrees with the bytes.</exception>
    public static void CheckWholeFile(IndexInput input)
    {
        uint stored = CheckStructure(input);
        uint actual = input.ComputeChecksum(input.Length - 8);
        if (stored != actual)
            throw new CorruptIndexException($"checksum {actual:x8} of the bytes where the footer says {stored:x8}", input.Name);
    }

    /// <summary>Checks the footer's structure, without moving, and returns the stored checksum: done at open for big files.</summary>
    public static uint CheckStructure(IndexInput input)
    {
        if (input.Length < ByteCount)
            throw new CorruptIndexException($"a file of {input.Length} bytes has no room for a footer", input.Name);
        long footer = input.Length - ByteCount;
        if (input.Int32At(footer) != Magic || input.Int32At(footer + 4) != Crc32Algorithm)
            throw new CorruptIndexException("no codec footer at the end", input.Name, footer);
        long checksum = input.Int64At(footer + 8);
        if ((ulong)checksum > uint.MaxValue)
            throw new CorruptIndexException("the footer's checksum has more than 32 bits", input.Name, footer + 8);
        return (uint)checksum;
    }

    /// <summary>Checks that everything before the footer was read.</summary>
    public static void CheckAtFooter(IndexInput input)
    {
        if (input.Remaining != ByteCount)
            throw new CorruptIndexException($"{input.Remaining - ByteCount} bytes left before the footer", input);
    }
}
