using System.Buffers.Binary;
using System.Text;
using Search.Engine.Util;

namespace Search.Soak.Damage;

/// <summary>Makes the checksums of a changed file fit its content, so that readers have to look at what it says.</summary>
/// <remarks>Container notes, sections 3.2, 3.3 and 9.</remarks>
internal static class Checksums
{
    private const int FooterBytes = 16;
    private const int ChecksumBytes = 8;
    private const int IdBytes = 16;

    /// <summary>Writes the checksum of a file into its last bytes.</summary>
    public static void Mend(Span<byte> file)
    {
        if (file.Length >= FooterBytes)
            BinaryPrimitives.WriteInt64BigEndian(file[^ChecksumBytes..], Crc32.Compute(file[..^ChecksumBytes]));
    }

    /// <summary>Mends a compound file and all that is in it.</summary>
    /// <param name="entries">The sound <c>.cfe</c> file.</param>
    public static void MendCompound(Span<byte> file, ReadOnlySpan<byte> entries)
    {
        foreach ((int offset, int length) in PartsOf(entries))
        {
            if (offset + length <= file.Length)
                Mend(file.Slice(offset, length));
        }
        Mend(file);
    }

    /// <summary>Where the id of the owner stands in a file.</summary>
    public static Range IdOf(ReadOnlySpan<byte> file)
    {
        int start = 4 + 1 + file[4] + 4; // magic, length and name of the codec, version
        return start..(start + IdBytes);
    }

    private static List<(int Offset, int Length)> PartsOf(ReadOnlySpan<byte> entries)
    {
        int at = IdOf(entries).End.Value + 1;
        var parts = new List<(int, int)>();
        for (int count = entries[at++]; count > 0; count--)
        {
            int nameBytes = entries[at++];
            _ = Encoding.UTF8.GetString(entries.Slice(at, nameBytes));
            at += nameBytes;
            parts.Add(((int)BinaryPrimitives.ReadInt64BigEndian(entries[at..]), (int)BinaryPrimitives.ReadInt64BigEndian(entries[(at + 8)..])));
            at += 16;
        }
        return parts;
    }
}
