using Search.Engine.Index;

namespace Search.Engine.Search.Values;

/// <summary>Numbers of a numeric or sorted-numeric column.</summary>
internal sealed class ColumnValueSource : ValueSource
{
    private readonly SortSelector _selector;

    public ColumnValueSource(string column, ColumnNumber number, SortSelector selector)
    {
        ArgumentNullException.ThrowIfNull(column);
        Column = column;
        Number = number;
        _selector = selector;
    }

    /// <summary>The column's name.</summary>
    public string Column { get; }

    /// <summary>How it is read.</summary>
    public ColumnNumber Number { get; }

    public override string ToString() => $"double({Column})";

    internal override LeafValues Open(Leaf leaf) => new Numbers(leaf.Reader, this);

    private protected override bool EqualsSameKind(ValueSource other)
    {
        var that = (ColumnValueSource)other;
        return Column == that.Column && Number == that.Number && _selector == that._selector;
    }

    private protected override int HashOfContent() => HashCode.Combine(Column, Number, _selector);

    // Numeric columns hold the raw bits of floats, sorted-numeric ones integers that order like them.
    private double FromBits(long bits) => Number switch
    {
        ColumnNumber.Single => BitConverter.Int32BitsToSingle((int)bits),
        ColumnNumber.Double => BitConverter.Int64BitsToDouble(bits),
        _ => bits,
    };

    private double FromSortable(long bits) => Number switch
    {
        ColumnNumber.Single => NumericBytes.SingleFromSortable((int)bits),
        ColumnNumber.Double => NumericBytes.DoubleFromSortable(bits),
        _ => bits,
    };

    private sealed class Numbers(LeafReader reader, ColumnValueSource source) : LeafValues
    {
        private readonly NumericDocValues? _single = reader.NumericColumn(source.Column);
        private readonly SortedNumericDocValues? _several = reader.SortedNumericColumn(source.Column);

        // A cursor does not give the values of a document twice.
        private int _docId = -1;
        private bool _found;
        private double _value;

        public override bool TryGet(int docId, float score, out double value)
        {
            if (_docId != docId)
            {
                _docId = docId;
                _found = Read(docId);
            }
            value = _value;
            return _found;
        }

        private bool Read(int docId)
        {
            if (_single is not null && _single.AdvanceExact(docId))
            {
                _value = source.FromBits(_single.Value);
                return true;
            }
            if (_several is null || !_several.AdvanceExact(docId))
                return false;
            long bits = _several.NextValue();
            for (int left = source._selector == SortSelector.Max ? _several.Count - 1 : 0; left > 0; left--)
                bits = _several.NextValue();
            _value = source.FromSortable(bits);
            return true;
        }
    }
}
