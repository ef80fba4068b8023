namespace Search.Engine.Search.Scorers;

/// <summary>Upper bounds of rounded sums.</summary>
internal static class ScoreBounds
{
    private const double Epsilon = 1.0 / (1L << 52);

    /// <summary>A float that no sum of <paramref name="count"/> scores, added as doubles in any order, exceeds.</summary>
    /// <remarks>Search semantics notes, section 3.4.</remarks>
    public static float OfSum(double sumOfBounds, int count) =>
        (float)(count <= 2 ? sumOfBounds : (1 + 2 * (count - 1) * Epsilon) * sumOfBounds);
}
