namespace Search.Engine.Search.Facets;

/// <summary>Counts the different integers of a column over all hits.</summary>
/// <remarks>One thread, one search. Memory grows with the number of different integers. Use ranges or a histogram where there are many.</remarks>
/// <param name="column">A numeric or sorted-numeric column; segments may lack it.</param>
/// <param name="oncePer">A sorted column: neighbouring hits with the same value in it count as one. Null: every hit counts.</param>
public sealed class NumberFacets(string column, string? oncePer = null) : NumberCollector(column, NumberKind.Integer, oncePer)
{
    private readonly UnitCounts _counts = new();

    /// <summary>Number of different integers that were counted.</summary>
    public int DistinctCount => _counts.DistinctCount;

    /// <summary>How often one integer was counted; a hit that has it twice counts once.</summary>
    public long CountOf(long value) => _counts.CountOf(value);

    /// <summary>The integers that were counted most often; equals ascending.</summary>
    public IReadOnlyList<NumberCount> Top(int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        return [.. _counts.Ascending().OrderByDescending(entry => entry.Count).Take(most)];
    }

    /// <summary>All integers that were counted, ascending.</summary>
    public IReadOnlyList<NumberCount> All() => _counts.Ascending();

    private protected override void Add(ReadOnlySpan<long> values, int unit)
    {
        foreach (long value in values)
            _counts.Add(value, unit);
    }
}
