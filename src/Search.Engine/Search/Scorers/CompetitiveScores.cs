using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Search.Engine.Search.Scorers;

/// <summary>Picks the documents of a block whose score reaches a minimum.</summary>
/// <remarks>Eight at a time: the mask of those that do looks up how to close them up, so nothing waits for a guess about the data.</remarks>
internal static class CompetitiveScores
{
    private const int Lanes = 8;

    private static readonly byte[] Closed = ClosedLanes.Table(Lanes);

    /// <summary>Lists documents with scores of at least <paramref name="least"/>, beside them the scores.</summary>
    /// <param name="listed">Eight longer than <paramref name="docs"/>, as is <paramref name="closed"/>; what is behind those that are listed is undefined.</param>
    /// <returns>How many.</returns>
    public static int Pick(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores, float least, Span<int> listed, Span<float> closed)
    {
        if (!Avx2.IsSupported)
            return PickScalar(docs, scores, least, listed, closed);
        Vector256<float> minimum = Vector256.Create(least);
        var count = 0;
        var i = 0;
        for (; i <= docs.Length - Lanes; i += Lanes)
        {
            Vector256<float> values = Vector256.Create(scores[i..]);
            uint mask = Vector256.GreaterThanOrEqual(values, minimum).ExtractMostSignificantBits();
            Vector256<int> lanes = Avx2.ConvertToVector256Int32(Vector128.CreateScalar(BitConverter.ToUInt64(Closed, (int)mask * Lanes)).AsByte());
            Avx2.PermuteVar8x32(Vector256.Create(docs[i..]), lanes).CopyTo(listed[count..]);
            Avx2.PermuteVar8x32(values, lanes).CopyTo(closed[count..]);
            count += BitOperations.PopCount(mask);
        }
        return count + PickScalar(docs[i..], scores[i..], least, listed[count..], closed[count..]);
    }

    /// <summary>The definition.</summary>
    internal static int PickScalar(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores, float least, Span<int> listed, Span<float> closed)
    {
        var count = 0;
        for (var i = 0; i < docs.Length; i++)
        {
            listed[count] = docs[i];
            closed[count] = scores[i];
            count += scores[i] >= least ? 1 : 0;
        }
        return count;
    }
}
