using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Search.Engine.Search.Scorers;

/// <summary>What is done to the 64 sums that share a word of a window.</summary>
internal static class SumLanes
{
    private const int Count = 64;

    /// <summary>The bits of the sums that reach a cut.</summary>
    public static ulong AtLeast(ReadOnlySpan<double> sums, double cut)
    {
        if (!Vector256.IsHardwareAccelerated)
            return AtLeastScalar(sums, cut);
        Vector256<double> cuts = Vector256.Create(cut);
        ref double first = ref MemoryMarshal.GetReference(sums[..Count]);
        var reaching = 0UL;
        for (var i = 0; i < Count; i += Vector256<double>.Count)
            reaching |= (ulong)Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref first, (nuint)i), cuts).ExtractMostSignificantBits() << i;
        return reaching;
    }

    /// <summary>The definition.</summary>
    internal static ulong AtLeastScalar(ReadOnlySpan<double> sums, double cut)
    {
        var reaching = 0UL;
        for (var i = 0; i < sums.Length; i++)
        {
            if (sums[i] >= cut)
                reaching |= 1UL << i;
        }
        return reaching;
    }

    /// <summary>Makes all of them 0.</summary>
    public static void Clear(Span<double> sums)
    {
        if (!Vector256.IsHardwareAccelerated)
        {
            sums.Clear();
            return;
        }
        ref double first = ref MemoryMarshal.GetReference(sums[..Count]);
        for (var i = 0; i < Count; i += Vector256<double>.Count)
            Vector256<double>.Zero.StoreUnsafe(ref first, (nuint)i);
    }
}
