using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Search.Engine.Indexing.Buffering;

/// <summary>What a table of byte strings knows a string by before it looks at its bytes.</summary>
/// <param name="Prefix">The first eight bytes as a big-endian number, filled up with zeros: orders as the bytes do.</param>
/// <param name="Hash">Of all bytes.</param>
internal readonly record struct BytesKey(ulong Prefix, uint Hash)
{
    private const ulong Odd = 0x9E3779B97F4A7C15;

    // Different in every process, so that nobody can choose words that collide.
    private static readonly ulong Seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    /// <summary>The key of a string.</summary>
    public static BytesKey Of(ReadOnlySpan<byte> value)
    {
        ulong prefix = PrefixOf(value);
        ulong hash = Fold(prefix ^ Seed, Odd + (ulong)value.Length);
        // Eight bytes a step behind the prefix; the last step may take some again.
        for (int at = sizeof(ulong); at < value.Length; at += sizeof(ulong))
            hash = Fold(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(value[Math.Min(at, value.Length - sizeof(ulong))..]), Odd);
        return new BytesKey(prefix, (uint)hash);
    }

    // Both ends of a short string, which may overlap: the same bytes then fall on the same place.
    private static ulong PrefixOf(ReadOnlySpan<byte> value)
    {
        int unused = 64 - 8 * value.Length;
        return value.Length switch
        {
            >= 8 => BinaryPrimitives.ReadUInt64BigEndian(value),
            >= 4 => (ulong)BinaryPrimitives.ReadUInt32BigEndian(value) << 32 | (ulong)BinaryPrimitives.ReadUInt32BigEndian(value[^4..]) << unused,
            >= 2 => (ulong)BinaryPrimitives.ReadUInt16BigEndian(value) << 48 | (ulong)BinaryPrimitives.ReadUInt16BigEndian(value[^2..]) << unused,
            1 => (ulong)value[0] << 56,
            _ => 0,
        };
    }

    private static ulong Fold(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left, right, out ulong low);
        return high ^ low;
    }
}
