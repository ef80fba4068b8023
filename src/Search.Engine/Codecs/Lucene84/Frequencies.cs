using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>Frequencies of the documents of a block.</summary>
internal static class Frequencies
{
    /// <exception cref="CorruptIndexException">One is below 1.</exception>
    public static void Check(ReadOnlySpan<int> freqs, IndexInput input)
    {
        if (freqs.ContainsAnyExceptInRange(1, int.MaxValue))
            throw new CorruptIndexException("a frequency below 1", input);
    }

    /// <summary>How many positions the documents have together.</summary>
    public static long Sum(ReadOnlySpan<int> freqs) => Vector256.IsHardwareAccelerated ? SumVector256(freqs) : SumScalar(freqs);

    /// <summary>The definition; <see cref="SumVector256"/> must answer the same.</summary>
    internal static long SumScalar(ReadOnlySpan<int> freqs)
    {
        var sum = 0L;
        foreach (int freq in freqs)
            sum += freq;
        return sum;
    }

    internal static long SumVector256(ReadOnlySpan<int> freqs)
    {
        Vector256<long> sums = Vector256<long>.Zero;
        ref int first = ref MemoryMarshal.GetReference(freqs);
        var i = 0;
        for (; i <= freqs.Length - Vector256<int>.Count; i += Vector256<int>.Count)
        {
            (Vector256<long> lower, Vector256<long> upper) = Vector256.Widen(Vector256.LoadUnsafe(ref first, (nuint)i));
            sums += lower + upper;
        }
        return Vector256.Sum(sums) + SumScalar(freqs[i..]);
    }
}
