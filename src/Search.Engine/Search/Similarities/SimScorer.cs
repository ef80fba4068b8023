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

    /// <summary>Scores of documents side by side; all spans have one length.</summary>
    public void Score(ReadOnlySpan<int> freqs, ReadOnlySpan<byte> norms, Span<float> scores)
    {
        float[] factors = lengthFactors;
        for (var i = 0; i < scores.Length; i++)
            scores[i] = weight - weight / (1f + freqs[i] * factors[norms[i]]);
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
