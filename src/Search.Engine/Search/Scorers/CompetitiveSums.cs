using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Search.Engine.Search.Scorers;

/// <summary>Picks the documents of a list whose sum reaches a cut: what <see cref="CompetitiveScores"/> does for single scores.</summary>
internal static class CompetitiveSums
{
    private const int Lanes = 4;

    private static readonly byte[] Closed = ClosedLanes.Table(Lanes);
    private static readonly byte[] ClosedHalves = ClosedLanes.Table(Lanes, parts: 2);

    /// <summary>Lists documents with sums of at least <paramref name="least"/>, beside them the sums; in the same place, if need be.</summary>
    /// <param name="listed">Four longer than what may be listed, or <paramref name="docs"/> itself; what is behind those that are listed is undefined.</param>
    /// <param name="closed">The same for the sums.</param>
    /// <returns>How many.</returns>
    public static int Pick(ReadOnlySpan<int> docs, ReadOnlySpan<double> sums, double least, Span<int> listed, Span<double> closed)
    {
        if (!Avx2.IsSupported)
            return PickScalar(docs, sums, least, listed, closed);
        Vector256<double> minimum = Vector256.Create(least);
        var count = 0;
        var i = 0;
        for (; i <= docs.Length - Lanes; i += Lanes)
        {
            Vector256<double> values = Vector256.Create(sums[i..]);
            uint mask = Vector256.GreaterThanOrEqual(values, minimum).ExtractMostSignificantBits();
            Vector128<int> lanes = Sse41.ConvertToVector128Int32(Vector128.CreateScalar(BitConverter.ToUInt32(Closed, (int)mask * Lanes)).AsByte());
            Vector256<int> halves = Avx2.ConvertToVector256Int32(Vector128.CreateScalar(BitConverter.ToUInt64(ClosedHalves, (int)mask * Lanes * 2)).AsByte());
            Avx.PermuteVar(Vector128.Create(docs[i..]).AsSingle(), lanes).AsInt32().CopyTo(listed[count..]);
            Avx2.PermuteVar8x32(values.AsInt32(), halves).AsDouble().CopyTo(closed[count..]);
            count += BitOperations.PopCount(mask);
        }
        return count + PickScalar(docs[i..], sums[i..], least, listed[count..], closed[count..]);
    }

    /// <summary>The definition.</summary>
    internal static int PickScalar(ReadOnlySpan<int> docs, ReadOnlySpan<double> sums, double least, Span<int> listed, Span<double> closed)
    {
        var count = 0;
        for (var i = 0; i < docs.Length; i++)
        {
            double sum = sums[i];
            listed[count] = docs[i];
            closed[count] = sum;
            count += sum >= least ? 1 : 0;
        }
        return count;
    }
}
