using Search.Engine.Index;

namespace Search.Engine.Search.Columns;

/// <summary>The numbers of a numeric or sorted-numeric column as integers that order like them.</summary>
/// <remarks>One thread. Documents of a segment are asked for in ascending order. Column notes, section 6.1.</remarks>
internal sealed class NumberColumn(string column, NumberKind kind)
{
    private NumericDocValues? _single;
    private SortedNumericDocValues? _several;
    private long[] _values = new long[4];

    /// <summary>Moves to a segment.</summary>
    /// <exception cref="InvalidOperationException">The segment's column holds no numbers.</exception>
    public void StartLeaf(LeafReader reader)
    {
        ColumnTypes.Check(reader, column, DocValuesType.Numeric, DocValuesType.SortedNumeric);
        _single = reader.NumericColumn(column);
        _several = _single is null ? reader.SortedNumericColumn(column) : null;
    }

    /// <summary>The numbers of a document, ascending, repeats kept; empty when it has none; valid until the next call.</summary>
    public ReadOnlySpan<long> ValuesOf(int docId)
    {
        if (_single is not null)
        {
            if (!_single.AdvanceExact(docId))
                return [];
            _values[0] = FromRaw(_single.Value);
            return _values.AsSpan(0, 1);
        }
        if (_several is null || !_several.AdvanceExact(docId))
            return [];
        int count = _several.Count;
        if (_values.Length < count)
            _values = new long[Math.Max(count, _values.Length * 2)];
        for (var i = 0; i < count; i++)
            _values[i] = FromSortable(_several.NextValue());
        return _values.AsSpan(0, count);
    }

    /// <summary>The number of a document that a selector chooses; false when it has none.</summary>
    public bool TryGet(int docId, SortSelector selector, out long value)
    {
        if (_single is not null)
        {
            bool found = _single.AdvanceExact(docId);
            value = found ? FromRaw(_single.Value) : 0;
            return found;
        }
        ReadOnlySpan<long> values = ValuesOf(docId);
        value = values.IsEmpty ? 0 : values[IndexOf(selector, values.Length)];
        return !values.IsEmpty;
    }

    /// <summary>An integer of <see cref="ValuesOf"/> as the number that it stands for.</summary>
    public static double ToDouble(long value, NumberKind kind) => kind switch
    {
        NumberKind.Single => NumericBytes.SingleFromSortable((int)value),
        NumberKind.Double => NumericBytes.DoubleFromSortable(value),
        _ => value,
    };

    /// <summary>A number as an integer of <see cref="ValuesOf"/>.</summary>
    public static long FromDouble(double value, NumberKind kind) => kind switch
    {
        NumberKind.Single => NumericBytes.SortableBits((float)value),
        NumberKind.Double => NumericBytes.SortableBits(value),
        _ => (long)value,
    };

    /// <summary>The place that a selector chooses among so many ascending values.</summary>
    public static int IndexOf(SortSelector selector, int count) => selector switch
    {
        SortSelector.Max => count - 1,
        SortSelector.MiddleMin => (count - 1) >> 1,
        SortSelector.MiddleMax => count >> 1,
        _ => 0,
    };

    private long FromRaw(long raw) => kind switch
    {
        NumberKind.Single => NumericBytes.SortableBits(BitConverter.Int32BitsToSingle((int)raw)),
        NumberKind.Double => NumericBytes.SortableBits(BitConverter.Int64BitsToDouble(raw)),
        _ => raw,
    };

    // There and back, so that what is not a number comes after all numbers whatever its bits.
    private long FromSortable(long value) => kind switch
    {
        NumberKind.Single => NumericBytes.SortableBits(NumericBytes.SingleFromSortable((int)value)),
        NumberKind.Double => NumericBytes.SortableBits(NumericBytes.DoubleFromSortable(value)),
        _ => value,
    };
}
