using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>Adds the gaps in collapsed words up to document ids, by vectors of 256 bits.</summary>
/// <remarks>
/// A block is eight runs of sixteen gaps. Side by side in the lanes of a vector the runs are added up without waiting for each other, and
/// the gaps need not be laid out in their order before. Then each run is raised by the runs in front of it, and the columns that hold
/// the runs become rows. As in the words, which <see cref="PackedBlock"/> describes, the last run stands in the lowest lane.
/// </remarks>
internal static class GapRuns
{
    private const int RunSize = 16;

    /// <summary>Whether the machine has such vectors and the byte order of the words.</summary>
    public static bool IsSupported => Avx2.IsSupported && BitConverter.IsLittleEndian;

    /// <summary>Turns the gaps into ids.</summary>
    /// <param name="lane">8 or 16 bits.</param>
    /// <param name="collapsed">The first of 16 or 32 words.</param>
    /// <param name="docIds">The first of 128 ids; those that overflow come out wrong, the last one below 0 then.</param>
    /// <returns>False when a gap is 0.</returns>
    [SkipLocalsInit]
    public static bool TrySum(int lane, ref ulong collapsed, int previous, ref int docIds)
    {
        Span<int> scratch = stackalloc int[PackedBlock.Size];
        ref int sums = ref MemoryMarshal.GetReference(scratch);
        Vector256<int> total = Vector256<int>.Zero;
        Vector256<int> least = Vector256<int>.AllBitsSet >>> 1;
        if (lane == 8)
        {
            for (nuint step = 0; step < RunSize; step++)
            {
                Vector256<int> gaps = Avx2.ConvertToVector256Int32(Word(ref collapsed, step).AsByte());
                least = Vector256.Min(least, gaps);
                total += gaps;
                total.StoreUnsafe(ref sums, step * (nuint)Vector256<int>.Count);
            }
        }
        else
        {
            // Half of the runs start in the words behind the first sixteen.
            for (nuint step = 0; step < RunSize; step++)
            {
                Vector128<ushort> pairs = Sse2.UnpackLow(Word(ref collapsed, step + RunSize).AsUInt16(), Word(ref collapsed, step).AsUInt16());
                Vector256<int> gaps = Avx2.ConvertToVector256Int32(pairs);
                least = Vector256.Min(least, gaps);
                total += gaps;
                total.StoreUnsafe(ref sums, step * (nuint)Vector256<int>.Count);
            }
        }
        Vector256<int> before = Before(total) + Vector256.Create(previous);
        LayOut(ref sums, before, ref docIds);
        LayOut(ref Unsafe.Add(ref sums, PackedBlock.Size / 2), before, ref Unsafe.Add(ref docIds, RunSize / 2));
        return !Vector256.EqualsAny(least, Vector256<int>.Zero);
    }

    private static Vector128<ulong> Word(ref ulong collapsed, nuint index) => Vector128.CreateScalarUnsafe(Unsafe.Add(ref collapsed, index));

    // The sum of the lanes above each lane: the runs in front of each run.
    private static Vector256<int> Before(Vector256<int> totals)
    {
        Vector256<int> sums = Vector256.Shuffle(totals, Vector256.Create(1, 2, 3, 4, 5, 6, 7, 8)); // 8: a zero comes in
        sums += Vector256.Shuffle(sums, Vector256.Create(1, 2, 3, 4, 5, 6, 7, 8));
        sums += Vector256.Shuffle(sums, Vector256.Create(2, 3, 4, 5, 6, 7, 8, 8));
        return sums + Vector256.Shuffle(sums, Vector256.Create(4, 5, 6, 7, 8, 8, 8, 8));
    }

    // Eight vectors of sums, raised, become eight neighbours of each run.
    private static void LayOut(ref int sums, Vector256<int> before, ref int docIds)
    {
        Vector256<int> r0 = Vector256.LoadUnsafe(ref sums, 0) + before, r1 = Vector256.LoadUnsafe(ref sums, 8) + before;
        Vector256<int> r2 = Vector256.LoadUnsafe(ref sums, 16) + before, r3 = Vector256.LoadUnsafe(ref sums, 24) + before;
        Vector256<int> r4 = Vector256.LoadUnsafe(ref sums, 32) + before, r5 = Vector256.LoadUnsafe(ref sums, 40) + before;
        Vector256<int> r6 = Vector256.LoadUnsafe(ref sums, 48) + before, r7 = Vector256.LoadUnsafe(ref sums, 56) + before;
        (Vector256<int> a0, Vector256<int> a1, Vector256<int> a2, Vector256<int> a3) = Quarters(r0, r1, r2, r3);
        (Vector256<int> b0, Vector256<int> b1, Vector256<int> b2, Vector256<int> b3) = Quarters(r4, r5, r6, r7);
        Avx2.Permute2x128(a0, b0, 0x20).StoreUnsafe(ref docIds, 7 * RunSize);
        Avx2.Permute2x128(a1, b1, 0x20).StoreUnsafe(ref docIds, 6 * RunSize);
        Avx2.Permute2x128(a2, b2, 0x20).StoreUnsafe(ref docIds, 5 * RunSize);
        Avx2.Permute2x128(a3, b3, 0x20).StoreUnsafe(ref docIds, 4 * RunSize);
        Avx2.Permute2x128(a0, b0, 0x31).StoreUnsafe(ref docIds, 3 * RunSize);
        Avx2.Permute2x128(a1, b1, 0x31).StoreUnsafe(ref docIds, 2 * RunSize);
        Avx2.Permute2x128(a2, b2, 0x31).StoreUnsafe(ref docIds, RunSize);
        Avx2.Permute2x128(a3, b3, 0x31).StoreUnsafe(ref docIds, 0);
    }

    // Lane n of four vectors, beside it their lane n + 4.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<int>, Vector256<int>, Vector256<int>, Vector256<int>) Quarters(Vector256<int> r0, Vector256<int> r1, Vector256<int> r2, Vector256<int> r3)
    {
        Vector256<long> low01 = Avx2.UnpackLow(r0, r1).AsInt64(), low23 = Avx2.UnpackLow(r2, r3).AsInt64();
        Vector256<long> high01 = Avx2.UnpackHigh(r0, r1).AsInt64(), high23 = Avx2.UnpackHigh(r2, r3).AsInt64();
        return (
            Avx2.UnpackLow(low01, low23).AsInt32(),
            Avx2.UnpackHigh(low01, low23).AsInt32(),
            Avx2.UnpackLow(high01, high23).AsInt32(),
            Avx2.UnpackHigh(high01, high23).AsInt32());
    }
}
