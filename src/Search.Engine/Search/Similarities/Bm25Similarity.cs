namespace Search.Engine.Search.Similarities;

/// <summary>BM25 as Lucene 8 computes it, to the last bit.</summary>
/// <remarks>
/// Every operation below rounds to a 32-bit float where Java does; none may be widened or fused. The factor (k1 + 1) of
/// the textbook is left out. Source: search semantics notes, section 2.3.
/// </remarks>
public sealed class Bm25Similarity
{
    /// <summary>Saturation and length normalisation.</summary>
    /// <param name="k1">How slowly repeats of a term stop to count; at least 0.</param>
    /// <param name="b">How much a long field counts less; between 0 and 1.</param>
    public Bm25Similarity(float k1 = 1.2f, float b = 0.75f)
    {
        if (!float.IsFinite(k1) || k1 < 0)
            throw new ArgumentOutOfRangeException(nameof(k1), k1, "finite and not negative");
        if (!(b >= 0 && b <= 1))
            throw new ArgumentOutOfRangeException(nameof(b), b, "between 0 and 1");
        K1 = k1;
        B = b;
    }

    /// <summary>How slowly repeats of a term stop to count.</summary>
    public float K1 { get; }

    /// <summary>How much a long field counts less.</summary>
    public float B { get; }

    /// <summary>How rare a term is.</summary>
    public static float Idf(long docFreq, long docCount) => (float)Math.Log(1 + (docCount - docFreq + 0.5) / (docFreq + 0.5));

    /// <summary>The average length of a field.</summary>
    public static float AverageLength(CollectionStatistics statistics) =>
        (float)(statistics.SumTotalTermFreq / (double)statistics.DocCount);

    /// <summary>For each length code the factor of the frequency: <c>1 / (k1 * ((1 - b) + b * length / average))</c>.</summary>
    internal float[] LengthFactors(float averageLength)
    {
        var factors = new float[256];
        for (var code = 0; code < factors.Length; code++)
        {
            float length = LengthNorm.Decode((byte)code);
            factors[code] = 1f / (K1 * ((1f - B) + B * length / averageLength));
        }
        return factors;
    }
}
