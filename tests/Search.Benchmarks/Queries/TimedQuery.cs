using Search.Engine.Search.Queries;

namespace Search.Benchmarks.Queries;

/// <summary>A query and how long each of its runs took.</summary>
internal sealed class TimedQuery(Query query)
{
    private readonly List<long> _nanoseconds = [];

    public Query Query { get; } = query;

    /// <summary>Hits of the last run, as counted.</summary>
    public long Hits { get; set; }

    public IReadOnlyList<long> Nanoseconds => _nanoseconds;

    /// <summary>The upper median, as the oracle takes it.</summary>
    public long Median()
    {
        long[] sorted = [.. _nanoseconds];
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }

    public void Add(long nanoseconds) => _nanoseconds.Add(nanoseconds);
}
