using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>128 ascending document ids as packed gaps ("FOR-delta").</summary>
/// <remarks>Postings notes, section 2.4. The width 0 says that all gaps are 1.</remarks>
internal static class DocIdBlock
{
    /// <summary>Writes 128 ids.</summary>
    /// <param name="previous">Last id of the block before; 0 for the first block.</param>
    public static void Write(ReadOnlySpan<int> docIds, int previous, DataOutput output)
    {
        Span<int> gaps = stackalloc int[PackedBlock.Size];
        var union = 0;
        for (var i = 0; i < gaps.Length; i++)
        {
            gaps[i] = docIds[i] - previous;
            previous = docIds[i];
            union |= gaps[i];
        }

        bool allOne = !gaps.ContainsAnyExcept(1);
        int bits = allOne ? 0 : 32 - BitOperations.LeadingZeroCount((uint)union);
        output.WriteByte((byte)bits);
        if (!allOne)
            PackedBlock.Encode(gaps, bits, output);
    }

    /// <summary>Reads 128 ids.</summary>
    /// <param name="previous">Last id of the block before; -1 for the first block.</param>
    /// <exception cref="CorruptIndexException">The ids do not ascend, or reach <paramref name="maxDoc"/>.</exception>
    public static void Read(IndexInput input, int previous, int maxDoc, Span<int> docIds)
    {
        int bits = input.ReadByte();
        if (bits > PackedBlock.MaxBits)
            throw new CorruptIndexException($"document gaps of {bits} bits", input);
        docIds = docIds[..PackedBlock.Size];
        ReadOnlySpan<byte> packed = input.ReadSpan(PackedBlock.ByteCount(bits));
        bool ascend;
        if (bits is > 0 and <= 16 && previous >= 0 && GapRuns.IsSupported)
        {
            ascend = TryDecodeRuns(packed, bits, previous, docIds);
        }
        else
        {
            if (bits == 0)
                docIds.Fill(1);
            else
                PackedBlock.Decode(packed, bits, docIds);
            // Counted from -1, a first gap is one more, so that 0 is a fault everywhere.
            if (previous < 0)
                docIds[0]++;
            ascend = Sum(docIds, previous) >= 0;
        }
        if (!ascend || (uint)docIds[^1] >= (uint)maxDoc)
            throw new CorruptIndexException($"document ids that do not ascend or reach {maxDoc}", input);
    }

    /// <summary>Moves behind a block without decoding it.</summary>
    public static void Skip(IndexInput input) => input.Skip(PackedBlock.ByteCount(input.ReadByte()));

    [SkipLocalsInit]
    private static bool TryDecodeRuns(ReadOnlySpan<byte> packed, int bits, int previous, Span<int> docIds)
    {
        Span<ulong> collapsed = stackalloc ulong[32];
        ref ulong first = ref MemoryMarshal.GetReference(collapsed);
        UnpackKernels.Unpack(bits, ref Unsafe.As<byte, ulong>(ref MemoryMarshal.GetReference(packed)), ref first);
        return GapRuns.TrySum(bits <= 8 ? 8 : 16, ref first, previous, ref MemoryMarshal.GetReference(docIds));
    }

    /// <summary>Turns 128 gaps into ids.</summary>
    /// <returns>Below 0 when the ids do not ascend: a gap of 0 and an overflow both leave a sign bit.</returns>
    public static int Sum(Span<int> gaps, int previous) =>
        Vector256.IsHardwareAccelerated ? SumVector256(gaps[..PackedBlock.Size], previous) : SumScalar(gaps[..PackedBlock.Size], previous);

    /// <summary>The definition; <see cref="SumVector256"/> must answer the same.</summary>
    internal static int SumScalar(Span<int> gaps, int previous)
    {
        var faults = 0;
        for (var i = 0; i < gaps.Length; i++)
        {
            faults |= gaps[i] - 1;
            gaps[i] = previous += gaps[i];
            faults |= previous;
        }
        return faults;
    }

    // The sums inside of vectors do not wait for each other; only their totals are added up in a row.
    internal static int SumVector256(Span<int> gaps, int previous)
    {
        ref int first = ref MemoryMarshal.GetReference(gaps);
        Vector256<int> faults = Vector256<int>.Zero;
        Vector256<int> before = Vector256.Create(previous);
        for (nuint i = 0; i < (nuint)gaps.Length; i += (nuint)Vector256<int>.Count)
        {
            Vector256<int> sums = Vector256.LoadUnsafe(ref first, i);
            faults |= sums - Vector256<int>.One;
            if (Avx2.IsSupported)
            {
                // Inside of halves nothing has to cross: that costs a third.
                sums += Avx2.ShiftLeftLogical128BitLane(sums, 4);
                sums += Avx2.ShiftLeftLogical128BitLane(sums, 8);
            }
            else
            {
                sums += Vector256.Shuffle(sums, Vector256.Create(8, 0, 1, 2, 8, 4, 5, 6)); // 8: a zero comes in
                sums += Vector256.Shuffle(sums, Vector256.Create(8, 8, 0, 1, 8, 8, 4, 5));
            }
            sums += Vector256.Shuffle(sums, Vector256.Create(8, 8, 8, 8, 3, 3, 3, 3));
            Vector256<int> docIds = sums + before;
            docIds.StoreUnsafe(ref first, i);
            faults |= docIds;
            before += Vector256.Shuffle(sums, Vector256.Create(7));
        }
        return Vector256.LessThanAny(faults, Vector256<int>.Zero) ? -1 : 0;
    }
}
