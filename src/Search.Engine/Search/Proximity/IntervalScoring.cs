namespace Search.Engine.Search.Proximity;

/// <summary>Makes scores of intervals, to the last bit as Lucene 8 does.</summary>
/// <remarks>Every operation rounds where it does in docs/interval-semantics.md, "Scores"; none may be widened or fused.</remarks>
/// <param name="Pivot">The frequency at which the score is half the boost.</param>
/// <param name="Exponent">Null: saturation; else the sigmoid function's.</param>
internal sealed record IntervalScoring(float Pivot, float? Exponent)
{
    public static IntervalScoring Saturation(float pivot) => new(Positive(pivot, nameof(pivot)), null);

    public static IntervalScoring Sigmoid(float pivot, float exponent) => new(Positive(pivot, nameof(pivot)), Positive(exponent, nameof(exponent)));

    /// <summary>The interval frequency: each interval counts the more the nearer its length is to the least possible.</summary>
    public static float Frequency(ReadOnlySpan<Interval> intervals, int minExtent)
    {
        var sum = 0f;
        foreach (Interval interval in intervals)
            sum = (float)(sum + Share(interval, minExtent));
        return sum;
    }

    /// <summary>What one interval adds to the frequency.</summary>
    public static double Share(in Interval interval, int minExtent) => 1.0 / Math.Max(1, unchecked(interval.Length - minExtent + 1));

    public float Score(float weight, float frequency)
    {
        if (Exponent is not { } exponent)
            return weight * (1f - Pivot / (frequency + Pivot));
        double pivot = Math.Pow(Pivot, exponent);
        return (float)(weight * (1 - pivot / (Math.Pow(frequency, exponent) + pivot)));
    }

    private static float Positive(float value, string name)
    {
        if (!(float.IsFinite(value) && value > 0))
            throw new ArgumentOutOfRangeException(name, value, "finite and above 0");
        return value;
    }
}
