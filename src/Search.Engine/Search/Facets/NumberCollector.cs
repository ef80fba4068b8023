using Search.Engine.Index;
using Search.Engine.Search.Collectors;
using Search.Engine.Search.Columns;

namespace Search.Engine.Search.Facets;

/// <summary>What looks at the numbers of a numeric or sorted-numeric column over all hits.</summary>
/// <remarks>One thread, one search; exact over any number of segments.</remarks>
public abstract class NumberCollector : ICollector, ILeafCollector
{
    private readonly NumberColumn _column;
    private readonly CountingUnits _units;
    private int _lastUnitWithValue;

    private protected NumberCollector(string column, NumberKind kind, string? oncePer)
    {
        ArgumentNullException.ThrowIfNull(column);
        _column = new NumberColumn(column, kind);
        _units = new CountingUnits(oncePer);
    }

    /// <inheritdoc/>
    public bool NeedsScores => false;

    /// <summary>Number of hits (or runs of hits that count as one) with at least one number.</summary>
    public long WithValue { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The segment's column holds no numbers.</exception>
    public ILeafCollector StartLeaf(Leaf leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        _column.StartLeaf(leaf.Reader);
        _units.StartLeaf(leaf.Reader);
        return this;
    }

    /// <inheritdoc/>
    public void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        foreach (int docId in docs)
        {
            int unit = _units.UnitOf(docId);
            ReadOnlySpan<long> values = _column.ValuesOf(docId);
            if (values.IsEmpty)
                continue;
            if (unit != _lastUnitWithValue)
                WithValue++;
            _lastUnitWithValue = unit;
            Add(values, unit);
        }
    }

    /// <summary>Takes the numbers of a hit as integers that order like them, ascending.</summary>
    /// <param name="unit">The number of what counts as one, from 1; the same for hits that count as one.</param>
    private protected abstract void Add(ReadOnlySpan<long> values, int unit);
}
