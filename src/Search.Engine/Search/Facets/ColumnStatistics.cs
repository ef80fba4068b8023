using Search.Engine.Search.Columns;

namespace Search.Engine.Search.Facets;

/// <summary>Least, greatest, sum and average of the numbers of a column over all hits.</summary>
/// <remarks>One thread, one search. Every number of a hit counts. What is not a number counts as the greatest and makes the sum not a number.</remarks>
/// <param name="column">A numeric or sorted-numeric column; segments may lack it.</param>
/// <param name="kind">What its numbers mean.</param>
public sealed class ColumnStatistics(string column, NumberKind kind = NumberKind.Integer) : NumberCollector(column, kind, oncePer: null)
{
    private readonly NumberKind _kind = kind;
    private long _least = long.MaxValue;
    private long _greatest = long.MinValue;
    private Int128 _integers;
    private double _floats;

    /// <summary>How many numbers the hits have.</summary>
    public long Count { get; private set; }

    /// <summary>The least; null without any number.</summary>
    public double? Min => Count == 0 ? null : NumberColumn.ToDouble(_least, _kind);

    /// <summary>The greatest; null without any number.</summary>
    public double? Max => Count == 0 ? null : NumberColumn.ToDouble(_greatest, _kind);

    /// <summary>The sum; of integers exact, then rounded once.</summary>
    public double Sum => _kind == NumberKind.Integer ? (double)_integers : _floats;

    /// <summary>The average of all numbers; null without any.</summary>
    public double? Average => Count == 0 ? null : Sum / Count;

    private protected override void Add(ReadOnlySpan<long> values, int unit)
    {
        Count += values.Length;
        _least = Math.Min(_least, values[0]);
        _greatest = Math.Max(_greatest, values[^1]);
        foreach (long value in values)
        {
            if (_kind == NumberKind.Integer)
                _integers += value;
            else
                _floats += NumberColumn.ToDouble(value, _kind);
        }
    }
}
