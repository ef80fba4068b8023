using System.Buffers.Binary;

namespace Search.Articles.Reading.Archives;

/// <summary>Looks at the end of a ZIP archive: how large its table of entries is, before anything is loaded.</summary>
/// <remarks>PKWARE APPNOTE 4.3.16 (end of central directory) and 4.3.14 (the same for large archives).</remarks>
internal static class ZipDirectory
{
    /// <summary>Larger tables are refused; some hundred thousand entries fit.</summary>
    public const long MaxBytes = 64L << 20;

    private const int EndBytes = 22;
    private const int LocatorBytes = 20;
    private const int MaxComment = ushort.MaxValue;
    private const uint EndMark = 0x06054B50;
    private const uint LargeEndMark = 0x06064B50;
    private const uint LocatorMark = 0x07064B50;

    /// <summary>Bytes of the table of entries.</summary>
    /// <exception cref="InvalidDataException">The stream has no such end.</exception>
    public static long Measure(Stream archive)
    {
        int count = (int)Math.Min(archive.Length, EndBytes + MaxComment + LocatorBytes);
        var tail = new byte[count];
        archive.Seek(-count, SeekOrigin.End);
        archive.ReadExactly(tail);
        for (int at = count - EndBytes; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) != EndMark) continue;
            uint bytes = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 12));
            return at >= LocatorBytes && BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at - LocatorBytes)) == LocatorMark
                ? Math.Max(bytes == uint.MaxValue ? 0 : bytes, MeasureLarge(archive, BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(at - LocatorBytes + 8))))
                : bytes;
        }

        throw new InvalidDataException("not a whole ZIP archive");
    }

    private static long MeasureLarge(Stream archive, long at)
    {
        var end = new byte[56];
        if (at < 0 || at > archive.Length - end.Length) throw new InvalidDataException("not a whole ZIP archive");
        archive.Seek(at, SeekOrigin.Begin);
        archive.ReadExactly(end);
        if (BinaryPrimitives.ReadUInt32LittleEndian(end) != LargeEndMark) throw new InvalidDataException("not a whole ZIP archive");
        long bytes = BinaryPrimitives.ReadInt64LittleEndian(end.AsSpan(40));
        return bytes < 0 ? long.MaxValue : bytes;
    }
}
