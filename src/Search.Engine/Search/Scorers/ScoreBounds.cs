namespace Search.Engine.Search.Scorers;

/// <summary>Upper bounds of rounded sums.</summary>
internal static class ScoreBounds
{
    private const double Epsilon = 1.0 / (1L << 52);

    // Far more than what rounding the cut's own arithmetic may lose, far less than the distance of two floats.
    private const double Margin = 1e-9;

    // Some dozens of roundings to float.
    private const double RoundingMargin = 3e-6;

    /// <summary>
    /// A cut: a sum below it stays below <paramref name="minScore"/> once at most <paramref name="rest"/> is added and the
    /// result, in one step or several, is rounded to float.
    /// </summary>
    /// <remarks>What is not above the float before the minimum cannot be rounded up to the minimum.</remarks>
    public static double Cut(float minScore, double rest) =>
        MathF.BitDecrement(minScore) - rest - Margin * ((double)minScore + rest);

    /// <summary>A cut for sums of which some parts have still to be rounded to float.</summary>
    public static double Unrounded(double cut) => cut - RoundingMargin * Math.Abs(cut);

    /// <summary>A minimum for sums of which some parts are rounded to float elsewhere.</summary>
    public static float Unrounded(float minScore) => minScore - (float)RoundingMargin * minScore;

    /// <summary>The score that a part must reach where the others add at most <paramref name="rest"/>; 0 when any will do.</summary>
    public static float Share(float minScore, double rest)
    {
        double cut = Cut(minScore, rest);
        if (!(cut > 0))
            return 0f;
        var share = (float)cut;
        return share > cut ? MathF.BitDecrement(share) : share;
    }

    /// <summary>A float that no sum of <paramref name="count"/> scores, added as doubles in any order, exceeds.</summary>
    /// <remarks>Search semantics notes, section 3.4.</remarks>
    public static float OfSum(double sumOfBounds, int count) =>
        (float)(count <= 2 ? sumOfBounds : (1 + 2 * (count - 1) * Epsilon) * sumOfBounds);
}
