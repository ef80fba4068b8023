using System.Runtime.Intrinsics;

namespace Search.Engine.Search.Similarities;

/// <summary>Scores frequencies of one term, or of several that count as one.</summary>
/// <remarks>
/// Shareable. Rising in the frequency and falling in the norm even after rounding: that makes the score of an impact a
/// true bound. The form <c>w - w / (1 + x)</c> must stay as it is for that.
/// </remarks>
/// <param name="weight">Boost times idf.</param>
/// <param name="lengthFactors">Of the field, by norm byte.</param>
internal sealed class SimScorer(float weight, float[] lengthFactors)
{
    /// <summary>Norm of documents in fields without norms: all count as having length one.</summary>
    public const byte NoNorm = 1;

    /// <summary>Boost times idf: the limit that no score exceeds.</summary>
    public float Weight => weight;

    /// <summary>Score of one document.</summary>
    public float Score(float freq, byte norm) => weight - weight / (1f + freq * lengthFactors[norm]);

    /// <summary>Saturated frequency, for explanations.</summary>
    public float TermFrequencyPart(float freq, byte norm) => 1f - 1f / (1f + freq * lengthFactors[norm]);

    /// <summary>Scores of ascending documents side by side; all spans have one length.</summary>
    public void Score(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, SegmentNorms norms, Span<float> scores)
    {
        norms.ReadFactors(docs, lengthFactors, scores);
        Saturate(weight, freqs, scores);
    }

    /// <summary>Turns length factors into the scores of frequencies beside them.</summary>
    internal static void Saturate(float weight, ReadOnlySpan<int> freqs, Span<float> scores)
    {
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<float> weights = Vector256.Create(weight);
            for (; i <= scores.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            {
                Span<float> lanes = scores[i..];
                Vector256<float> products = Vector256.ConvertToSingle(Vector256.Create(freqs[i..])) * Vector256.Create<float>(lanes);
                (weights - weights / (Vector256<float>.One + products)).CopyTo(lanes);
            }
        }
        SaturateScalar(weight, freqs[i..], scores[i..]);
    }

    /// <summary>The definition: <see cref="Score(float, byte)"/>, with the factor in the place of its norm.</summary>
    internal static void SaturateScalar(float weight, ReadOnlySpan<int> freqs, Span<float> scores)
    {
        for (var i = 0; i < scores.Length; i++)
            scores[i] = weight - weight / (1f + freqs[i] * scores[i]);
    }

    /// <summary>Highest score that the impacts allow.</summary>
    public float MaxScore(ReadOnlySpan<Index.Impact> impacts)
    {
        var max = 0f;
        foreach (Index.Impact impact in impacts)
            max = MathF.Max(max, Score(impact.Freq, (byte)impact.Norm));
        return max;
    }
}
