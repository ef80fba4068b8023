using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>Finds documents in a block of narrow gaps without laying its documents out, by vectors of 512 bits.</summary>
/// <remarks>
/// As collapsed words the gaps are sixteen rows of eight columns, a column for each run of sixteen gaps, the first run in the last column.
/// No document is further than 16 bits from the one before the block: so the rows are added up in lanes of 16 bits, four rows a vector, the
/// columns are raised by the runs in front of them, and the four vectors stay where they are while one document after another is compared with all.
/// </remarks>
internal static class GapColumns
{
    /// <summary>Widest gaps.</summary>
    public const int MaxBits = 8;

    private const uint Columns = 8;
    private const int Rows = (int)(PackedBlock.Size / Columns);

    /// <summary>Whether the machine has such vectors and the byte order of the words.</summary>
    public static bool IsSupported => Avx512BW.IsSupported && Vector512.IsHardwareAccelerated && BitConverter.IsLittleEndian;

    /// <summary>Finds ascending documents behind the one before the block and not behind its last.</summary>
    /// <param name="packed">The gaps of a block behind the first one.</param>
    /// <param name="bits">1 to <see cref="MaxBits"/>.</param>
    /// <param name="places">Receives their places among the wanted.</param>
    /// <param name="blockPlaces">Receives, beside them, their places in the block.</param>
    /// <returns>How many there are; -1 when the gaps do not ascend to the last document.</returns>
    [SkipLocalsInit]
    public static int Match(ReadOnlySpan<byte> packed, int bits, int previous, int last, ReadOnlySpan<int> wanted, Span<int> places, Span<int> blockPlaces)
    {
        Span<ulong> collapsed = stackalloc ulong[Rows];
        ref ulong first = ref MemoryMarshal.GetReference(collapsed);
        UnpackKernels.Unpack(bits, ref Unsafe.As<byte, ulong>(ref MemoryMarshal.GetReference(packed[..PackedBlock.ByteCount(bits)])), ref first);
        ref byte gaps = ref Unsafe.As<ulong, byte>(ref first);
        Vector256<byte> least = Vector256.Min(
            Vector256.Min(Vector256.LoadUnsafe(ref gaps, 0), Vector256.LoadUnsafe(ref gaps, 32)),
            Vector256.Min(Vector256.LoadUnsafe(ref gaps, 64), Vector256.LoadUnsafe(ref gaps, 96)));
        Vector512<ushort> r0 = SumRows(Avx512BW.ConvertToVector512UInt16(Vector256.LoadUnsafe(ref gaps, 0)));
        Vector512<ushort> r1 = SumRows(Avx512BW.ConvertToVector512UInt16(Vector256.LoadUnsafe(ref gaps, 32))) + LastRow(r0);
        Vector512<ushort> r2 = SumRows(Avx512BW.ConvertToVector512UInt16(Vector256.LoadUnsafe(ref gaps, 64))) + LastRow(r1);
        Vector512<ushort> r3 = SumRows(Avx512BW.ConvertToVector512UInt16(Vector256.LoadUnsafe(ref gaps, 96))) + LastRow(r2);
        Vector512<ushort> totals = LastRow(r3);
        Vector512<ushort> before = Before(totals);
        if (Vector256.EqualsAny(least, Vector256<byte>.Zero) || previous + totals[0] + before[0] != last)
            return -1;
        return Find(r0 + before, r1 + before, r2 + before, r3 + before, previous, wanted, places, blockPlaces);
    }

    private static int Find(
        Vector512<ushort> r0, Vector512<ushort> r1, Vector512<ushort> r2, Vector512<ushort> r3, int previous, ReadOnlySpan<int> wanted, Span<int> places, Span<int> blockPlaces)
    {
        ref int place = ref MemoryMarshal.GetReference(places[..wanted.Length]);
        ref int blockPlace = ref MemoryMarshal.GetReference(blockPlaces[..wanted.Length]);
        var count = 0;
        for (var i = 0; i < wanted.Length; i++)
        {
            Vector512<ushort> target = Vector512.Create((ushort)(wanted[i] - previous));
            ulong lower = Vector512.Equals(r0, target).ExtractMostSignificantBits() | (Vector512.Equals(r1, target).ExtractMostSignificantBits() << 32);
            ulong upper = Vector512.Equals(r2, target).ExtractMostSignificantBits() | (Vector512.Equals(r3, target).ExtractMostSignificantBits() << 32);
            // 64 when the lane is not a lower one: then the upper ones count. Nothing waits for a guess about the data.
            var lane = (uint)BitOperations.TrailingZeroCount(lower);
            lane += (uint)BitOperations.TrailingZeroCount(upper) & (0 - (lane >> 6));
            Unsafe.Add(ref place, count) = i;
            Unsafe.Add(ref blockPlace, count) = (int)((~lane % Columns * Rows) + (lane / Columns));
            count += (lower | upper) != 0 ? 1 : 0;
        }
        return count;
    }

    // Each row and those in front of it.
    private static Vector512<ushort> SumRows(Vector512<ushort> rows)
    {
        rows += Avx512F.AlignRight64(rows.AsUInt64(), Vector512<ulong>.Zero, 6).AsUInt16();
        return rows + Avx512F.AlignRight64(rows.AsUInt64(), Vector512<ulong>.Zero, 4).AsUInt16();
    }

    // The last row in the place of each.
    private static Vector512<ushort> LastRow(Vector512<ushort> rows) => Avx512F.Shuffle4x128(rows.AsUInt64(), rows.AsUInt64(), 0xFF).AsUInt16();

    // The sum of the lanes above each lane of a row: the runs in front of each run.
    private static Vector512<ushort> Before(Vector512<ushort> totals)
    {
        Vector512<ushort> sums = Avx512BW.ShiftRightLogical128BitLane(totals.AsByte(), 2).AsUInt16();
        sums += Avx512BW.ShiftRightLogical128BitLane(sums.AsByte(), 2).AsUInt16();
        sums += Avx512BW.ShiftRightLogical128BitLane(sums.AsByte(), 4).AsUInt16();
        return sums + Avx512BW.ShiftRightLogical128BitLane(sums.AsByte(), 8).AsUInt16();
    }
}
