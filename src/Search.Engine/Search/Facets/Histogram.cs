namespace Search.Engine.Search.Facets;

/// <summary>Counts hits by buckets of the integers of a column.</summary>
/// <remarks>One thread, one search. A hit counts once in a bucket, however many of its integers fall into it.</remarks>
public sealed class Histogram : NumberCollector
{
    private readonly HistogramInterval _interval;
    private readonly UnitCounts _counts = new();

    /// <summary>Counts for one search.</summary>
    /// <param name="column">A numeric or sorted-numeric column; segments may lack it.</param>
    /// <param name="interval">How its integers are cut into buckets.</param>
    /// <param name="oncePer">A sorted column: neighbouring hits with the same value in it count as one. Null: every hit counts.</param>
    public Histogram(string column, HistogramInterval interval, string? oncePer = null)
        : base(column, NumberKind.Integer, oncePer)
    {
        ArgumentNullException.ThrowIfNull(interval);
        _interval = interval;
    }

    /// <summary>The buckets that hold a hit, ascending, each by the first integer that belongs to it.</summary>
    public IReadOnlyList<NumberCount> Buckets() => _counts.Ascending();

    private protected override void Add(ReadOnlySpan<long> values, int unit)
    {
        foreach (long value in values)
            _counts.Add(_interval.StartOf(value), unit);
    }
}
