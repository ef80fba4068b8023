namespace Search.Benchmarks.Queries;

/// <summary>Latency of one category, in microseconds; names and definitions are those of the oracle's <c>bench</c>.</summary>
/// <param name="TypicalUs">Mean over the queries of each query's median.</param>
/// <param name="P50Us">Percentiles are over all samples.</param>
/// <param name="Hits">Mean over the queries.</param>
internal sealed record CategoryFigures(
    string Category, int Queries, int Samples, double TypicalUs, double P50Us, double P90Us, double P99Us, double MaxUs, double Qps, double Hits)
{
    private const double NanosecondsPerMicrosecond = 1e3;

    public static CategoryFigures Of(string category, IReadOnlyList<TimedQuery> queries)
    {
        long[] all = [.. queries.SelectMany(query => query.Nanoseconds)];
        Array.Sort(all);
        double At(double share) => all[Math.Min(all.Length - 1, (int)(all.Length * share))] / NanosecondsPerMicrosecond;
        return new CategoryFigures(
            category,
            queries.Count,
            all.Length,
            queries.Average(query => query.Median() / NanosecondsPerMicrosecond),
            At(0.5),
            At(0.9),
            At(0.99),
            At(1),
            all.Length / (all.Sum() / 1e9),
            queries.Average(query => (double)query.Hits));
    }
}
