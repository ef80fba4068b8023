using Search.Engine.Index;
using Search.Engine.Search.Columns;

namespace Search.Engine.Search.Facets;

/// <summary>What counts as one: a document, or a run of matching neighbours with the same value in a sorted column.</summary>
/// <remarks>One thread; documents ascend.</remarks>
internal sealed class CountingUnits(string? column)
{
    private SortedDocValues? _values;
    private int _ordinal = -1;
    private int _unit;

    /// <summary>Whether several documents may be one unit.</summary>
    public bool AreRuns => column is not null;

    /// <summary>Number of units so far.</summary>
    public int Count => _unit;

    /// <summary>Moves to a segment: no run goes beyond it.</summary>
    /// <exception cref="InvalidOperationException">The segment's column is not sorted.</exception>
    public void StartLeaf(LeafReader reader)
    {
        _ordinal = -1;
        if (column is null)
            return;
        ColumnTypes.Check(reader, column, DocValuesType.Sorted, DocValuesType.Sorted);
        _values = reader.SortedColumn(column);
    }

    /// <summary>The number, from 1, of the unit that a document belongs to.</summary>
    public int UnitOf(int docId)
    {
        int ordinal = _values is not null && _values.AdvanceExact(docId) ? _values.Ordinal : -1;
        if (ordinal < 0 || ordinal != _ordinal)
            _unit++;
        _ordinal = ordinal;
        return _unit;
    }
}
