using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Search.Engine.Util;

/// <summary>Sets bits of documents that mostly come in runs of neighbours.</summary>
internal static class BitRuns
{
    private const int Stretch = 64;

    // A run with so many neighbours behind its first document lies in eight bytes, wherever it starts within the first of them.
    private const int MostInBytes = 56;

    // Of more runs in a stretch many meet in the same eight bytes, and what was just written there would have to be waited for.
    private const int MostRuns = 24;

    /// <summary>Sets the bits of documents in any order.</summary>
    public static void Set(ReadOnlySpan<int> docs, Span<ulong> words)
    {
        if (Vector256.IsHardwareAccelerated && BitConverter.IsLittleEndian && docs.Length > Stretch)
            SetVector256(docs, words);
        else
            SetScalar(docs, words);
    }

    /// <summary>The definition.</summary>
    internal static void SetScalar(ReadOnlySpan<int> docs, Span<ulong> words)
    {
        foreach (int docId in docs)
            words[docId >> 6] |= 1UL << docId;
    }

    /// <summary>The same for more documents than a stretch has, a run at once: to look for the ends of runs takes less than wrong guesses where they are.</summary>
    internal static void SetVector256(ReadOnlySpan<int> docs, Span<ulong> words)
    {
        int first = docs[0];
        int last = docs.Length - 1 - Stretch;
        for (var at = 0; at < last; at += Stretch)
            first = SetRuns(docs.Slice(at, Stretch + 1), ulong.MaxValue, first, words);
        // The last stretch begins within the one before, whose ends are done.
        int done = (Stretch - last % Stretch) % Stretch;
        first = SetRuns(docs.Slice(last, Stretch + 1), ulong.MaxValue << done, first, words);
        SetRun(words, first, docs[^1]);
    }

    // Sets the runs that end in a stretch; the start of the next one.
    private static int SetRuns(ReadOnlySpan<int> stretch, ulong mask, int first, Span<ulong> words)
    {
        ref int docs = ref MemoryMarshal.GetReference(stretch[..(Stretch + 1)]);
        ulong ends = RunEnds(ref docs) & mask;
        if (BitOperations.PopCount(ends) > MostRuns)
            return SetEach(stretch, BitOperations.TrailingZeroCount(mask), first, words);
        Span<byte> bytes = MemoryMarshal.AsBytes(words);
        for (; ends != 0; ends &= ends - 1)
        {
            nuint end = (nuint)BitOperations.TrailingZeroCount(ends);
            int last = Unsafe.Add(ref docs, end);
            int start = first >> 3;
            if ((uint)(last - first) > MostInBytes || start > bytes.Length - sizeof(ulong))
            {
                SetRun(words, first, last);
            }
            else
            {
                ref byte at = ref bytes[start];
                ulong run = ulong.MaxValue >> ~(last - first) << (first & 7);
                Unsafe.WriteUnaligned(ref at, Unsafe.ReadUnaligned<ulong>(ref at) | run);
            }
            first = Unsafe.Add(ref docs, end + 1);
        }
        return first;
    }

    // The run that starts with first reaches the place up to which all is done.
    private static int SetEach(ReadOnlySpan<int> stretch, int done, int first, Span<ulong> words)
    {
        SetRun(words, first, stretch[done]);
        SetScalar(stretch[(done + 1)..Stretch], words);
        return stretch[Stretch];
    }

    // One bit for each of 64 documents: the next one, of which there is one more, is not its neighbour.
    private static ulong RunEnds(ref int docs)
    {
        var neighbours = 0UL;
        for (nuint i = 0; i < Stretch; i += 2 * (nuint)Vector256<int>.Count)
        {
            ulong low = Neighbours(ref docs, i);
            ulong high = Neighbours(ref docs, i + (nuint)Vector256<int>.Count);
            neighbours |= (low | high << Vector256<int>.Count) << (int)i;
        }
        return ~neighbours;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Neighbours(ref int docs, nuint from)
    {
        Vector256<int> next = Vector256.LoadUnsafe(ref docs, from + 1);
        return Vector256.Equals(Vector256.LoadUnsafe(ref docs, from) + Vector256<int>.One, next).ExtractMostSignificantBits();
    }

    private static void SetRun(Span<ulong> words, int from, int last)
    {
        Debug.Assert(from <= last, "a run ascends");
        for (; last >> 6 > from >> 6; from = ((from >> 6) + 1) << 6)
            words[from >> 6] |= ulong.MaxValue << from;
        words[from >> 6] |= (ulong.MaxValue << from) & (ulong.MaxValue >> ~last);
    }
}
