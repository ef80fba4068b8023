using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>128 integers of one bit width ("FOR"), packed side by side in the lanes of 64-bit words.</summary>
/// <remarks>
/// Postings notes, sections 2.1 to 2.3. The lanes of a word all do the same, so whole words are shifted and masked:
/// <c>collapsed[j]</c> holds the values <c>j, j + perLane, j + 2 perLane …</c>, one a lane, the first in the highest lane.
/// </remarks>
internal static class PackedBlock
{
    /// <summary>Number of integers in a block.</summary>
    public const int Size = 128;

    /// <summary>Widest value that the index holds.</summary>
    public const int MaxBits = 31;

    private const int MaxWords = 64;

    // By lane width and count: that many low bits, repeated in every lane.
    private static readonly ulong[] Masks8 = MasksOf(8);
    private static readonly ulong[] Masks16 = MasksOf(16);
    private static readonly ulong[] Masks32 = MasksOf(32);

    /// <summary>Encoded size of a block.</summary>
    public static int ByteCount(int bits) => 16 * bits;

    /// <summary>Writes 128 values below 2^<paramref name="bits"/>.</summary>
    /// <param name="bits">1 to 32.</param>
    [SkipLocalsInit]
    public static void Encode(ReadOnlySpan<int> values, int bits, DataOutput output)
    {
        Debug.Assert(values.Length == Size && bits is >= 1 and <= 32);
        int lane = LaneBits(bits);
        Span<ulong> collapsed = stackalloc ulong[MaxWords];
        Span<ulong> words = stackalloc ulong[MaxWords];
        collapsed = collapsed[..(2 * lane)];
        words = words[..(2 * bits)];
        words.Clear();

        CollapsedValues.Write(values, lane, collapsed);
        Shift(collapsed, words, bits, lane);

        Span<byte> bytes = stackalloc byte[sizeof(ulong) * MaxWords];
        for (var k = 0; k < words.Length; k++)
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[(8 * k)..], words[k]);
        output.WriteBytes(bytes[..ByteCount(bits)]);
    }

    /// <summary>Reads 128 values; the inverse of <see cref="Encode"/>.</summary>
    /// <param name="source">At least <see cref="ByteCount"/> bytes.</param>
    /// <param name="values">Receives 128 values; those of 32 bits may come out negative.</param>
    public static void Decode(ReadOnlySpan<byte> source, int bits, Span<int> values)
    {
        if (CollapsedLanes.IsSupported && bits <= MaxBits)
            DecodeVector256(source, bits, values);
        else
            DecodeScalar(source, bits, values);
    }

    /// <summary>The definition; <see cref="DecodeVector256"/> must answer the same.</summary>
    [SkipLocalsInit]
    internal static void DecodeScalar(ReadOnlySpan<byte> source, int bits, Span<int> values)
    {
        Debug.Assert(bits is >= 1 and <= 32);
        int lane = LaneBits(bits);
        Span<ulong> collapsed = stackalloc ulong[MaxWords];
        Span<ulong> words = stackalloc ulong[MaxWords];
        words = words[..(2 * bits)];
        for (var k = 0; k < words.Length; k++)
            words[k] = BinaryPrimitives.ReadUInt64LittleEndian(source[(8 * k)..]);

        Unshift(words, collapsed[..(2 * lane)], bits, lane);
        switch (lane)
        {
            case 8: Expand8(collapsed, values); break;
            case 16: Expand16(collapsed, values); break;
            default: Expand32(collapsed, values); break;
        }
    }

    [SkipLocalsInit]
    internal static void DecodeVector256(ReadOnlySpan<byte> source, int bits, Span<int> values)
    {
        Span<ulong> collapsed = stackalloc ulong[MaxWords];
        ref ulong first = ref MemoryMarshal.GetReference(collapsed);
        UnpackKernels.Unpack(bits, ref Unsafe.As<byte, ulong>(ref MemoryMarshal.GetReference(source[..ByteCount(bits)])), ref first);
        CollapsedLanes.Expand(LaneBits(bits), ref first, ref MemoryMarshal.GetReference(values[..Size]));
    }

    private static int LaneBits(int bits) => bits <= 8 ? 8 : bits <= 16 ? 16 : 32;

    private static ulong[] MasksFor(int lane) => lane == 8 ? Masks8 : lane == 16 ? Masks16 : Masks32;

    private static ulong[] MasksOf(int lane)
    {
        var masks = new ulong[lane + 1];
        for (var count = 0; count <= lane; count++)
        {
            for (var shift = 0; shift < 64; shift += lane)
                masks[count] |= ((1UL << count) - 1) << shift;
        }
        return masks;
    }

    // Whole groups go below each other from the top; what is left over is cut into the free low bits of the words.
    private static void Shift(ReadOnlySpan<ulong> collapsed, Span<ulong> words, int bits, int lane)
    {
        var next = 0;
        for (int shift = lane - bits; shift >= 0; shift -= bits)
        {
            for (var k = 0; k < words.Length; k++)
                words[k] |= collapsed[next++] << shift;
        }

        ulong[] masks = MasksFor(lane);
        int free = lane % bits;
        int left = free;
        for (var word = 0; next < collapsed.Length; next++)
        {
            for (int need = bits; need > 0;)
            {
                int take = Math.Min(need, left);
                words[word] |= ((collapsed[next] >> (need - take)) & masks[take]) << (left - take);
                need -= take;
                left -= take;
                if (left == 0)
                {
                    word++;
                    left = free;
                }
            }
        }
    }

    private static void Unshift(ReadOnlySpan<ulong> words, Span<ulong> collapsed, int bits, int lane)
    {
        ulong[] masks = MasksFor(lane);
        ulong mask = masks[bits];
        var next = 0;
        for (int shift = lane - bits; shift >= 0; shift -= bits)
        {
            Span<ulong> group = collapsed.Slice(next, words.Length);
            for (var k = 0; k < group.Length; k++)
                group[k] = (words[k] >> shift) & mask;
            next += words.Length;
        }

        int free = lane % bits;
        int left = free;
        for (var word = 0; next < collapsed.Length; next++)
        {
            ulong value = 0;
            for (int need = bits; need > 0;)
            {
                int take = Math.Min(need, left);
                value = (value << take) | ((words[word] >> (left - take)) & masks[take]);
                need -= take;
                left -= take;
                if (left == 0)
                {
                    word++;
                    left = free;
                }
            }
            collapsed[next] = value;
        }
    }

    private static void Expand8(ReadOnlySpan<ulong> collapsed, Span<int> values)
    {
        for (var lane = 0; lane < 8; lane++)
        {
            Span<int> run = values.Slice(16 * lane, 16);
            for (var j = 0; j < run.Length; j++)
                run[j] = (byte)(collapsed[j] >> (56 - 8 * lane));
        }
    }

    private static void Expand16(ReadOnlySpan<ulong> collapsed, Span<int> values)
    {
        for (var lane = 0; lane < 4; lane++)
        {
            Span<int> run = values.Slice(32 * lane, 32);
            for (var j = 0; j < run.Length; j++)
                run[j] = (ushort)(collapsed[j] >> (48 - 16 * lane));
        }
    }

    private static void Expand32(ReadOnlySpan<ulong> collapsed, Span<int> values)
    {
        for (var j = 0; j < 64; j++)
        {
            values[j] = (int)(collapsed[j] >> 32);
            values[64 + j] = (int)collapsed[j];
        }
    }
}
