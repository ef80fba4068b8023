namespace Search.Benchmarks;

/// <summary>The upper median, as the oracle takes it.</summary>
internal static class Medians
{
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
