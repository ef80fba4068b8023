using System.Buffers.Binary;
using Search.Engine.Util;

namespace Search.Engine.Tests.Variants;

/// <summary>Files as other releases would have written them: another version in the header, a checksum that fits.</summary>
internal static class FileVersions
{
    private const int ChecksumBytes = 8;

    /// <summary>The file with that version.</summary>
    public static byte[] With(byte[] file, int version)
    {
        byte[] changed = [.. file];
        int place = 4 + 1 + changed[4]; // behind magic, length and codec name
        BinaryPrimitives.WriteInt32BigEndian(changed.AsSpan(place), version);
        return Mended(changed);
    }

    /// <summary>The file with a checksum that fits.</summary>
    public static byte[] Mended(byte[] file)
    {
        byte[] mended = [.. file];
        BinaryPrimitives.WriteInt64BigEndian(mended.AsSpan(mended.Length - ChecksumBytes), Crc32.Compute(mended.AsSpan(0, mended.Length - ChecksumBytes)));
        return mended;
    }
}
