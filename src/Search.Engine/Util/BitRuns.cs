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

    /// <summary>Sets the bits of documents in any order.</summary>
    public static void Set(ReadOnlySpan<int> docs, Span<ulong> words)
    {
        if (Vector256.IsHardwareAccelerated && docs.Length > Stretch)
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
        for (ulong ends = RunEnds(stretch) & mask; ends != 0; ends &= ends - 1)
        {
            int end = BitOperations.TrailingZeroCount(ends);
            SetRun(words, first, stretch[end]);
            first = stretch[end + 1];
        }
        return first;
    }

    // One bit for each of 64 documents: the next one, of which there is one more, is not its neighbour.
    private static ulong RunEnds(ReadOnlySpan<int> docs)
    {
        ref int first = ref MemoryMarshal.GetReference(docs[..(Stretch + 1)]);
        var neighbours = 0UL;
        for (nuint i = 0; i < Stretch; i += (nuint)Vector256<int>.Count)
        {
            Vector256<int> these = Vector256.LoadUnsafe(ref first, i);
            Vector256<int> next = Vector256.LoadUnsafe(ref first, i + 1);
            neighbours |= (ulong)Vector256.Equals(these + Vector256<int>.One, next).ExtractMostSignificantBits() << (int)i;
        }
        return ~neighbours;
    }

    // Most runs lie in a word, others in two: both take the same steps.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SetRun(Span<ulong> words, int from, int last)
    {
        Debug.Assert(from <= last, "a run ascends");
        if (last - from >= Stretch)
        {
            SetLongRun(words, from, last);
            return;
        }
        int word = from >> 6;
        ulong run = ulong.MaxValue >> (63 - (last - from));
        words[word] |= run << from;
        // Nothing of a run in the last word is left over.
        words[Math.Min(word + 1, words.Length - 1)] |= run >> 1 >> ~from;
    }

    private static void SetLongRun(Span<ulong> words, int from, int last)
    {
        for (; last - from >= Stretch; from += Stretch)
            SetRun(words, from, from + Stretch - 1);
        SetRun(words, from, last);
    }
}
