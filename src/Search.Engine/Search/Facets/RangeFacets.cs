using Search.Engine.Search.Columns;

namespace Search.Engine.Search.Facets;

/// <summary>Counts the hits that have a number in each of several ranges, which may overlap.</summary>
/// <remarks>
/// One thread, one search. The bounds cut the numbers into stretches; a hit with one number is a binary search and an
/// addition, however many ranges there are. Source: search semantics notes, section 8.3.
/// </remarks>
public sealed class RangeFacets : NumberCollector
{
    private readonly NumberRange[] _ranges;
    private readonly NumberKind _kind;
    private readonly long[] _starts; // ascending; where the stretches start, the first one excepted
    private readonly long[] _inStretch;
    private readonly long[] _severalIn; // by range: hits with several numbers, and runs
    private readonly int[] _lastUnits; // by range
    private readonly bool _runs;

    /// <summary>Counts for one search.</summary>
    /// <param name="column">A numeric or sorted-numeric column; segments may lack it.</param>
    /// <param name="ranges">All of integers, or all of floats.</param>
    /// <param name="kind">What the column's numbers mean.</param>
    /// <param name="oncePer">A sorted column: neighbouring hits with the same value in it count as one. Null: every hit counts.</param>
    /// <exception cref="ArgumentException">A range does not fit the kind of numbers.</exception>
    public RangeFacets(string column, IReadOnlyList<NumberRange> ranges, NumberKind kind = NumberKind.Integer, string? oncePer = null)
        : base(column, kind, oncePer)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        _ranges = [.. ranges];
        _kind = kind;
        _runs = oncePer is not null;
        if (Array.Exists(_ranges, range => range.Kind == NumberKind.Integer != (kind == NumberKind.Integer)))
            throw new ArgumentException("ranges of integers are for integers, ranges of floats for floats", nameof(ranges));
        var starts = new SortedSet<long>();
        foreach (NumberRange range in _ranges)
        {
            starts.Add(range.Lowest);
            if (range.Highest < long.MaxValue)
                starts.Add(range.Highest + 1);
        }
        _starts = [.. starts];
        _inStretch = new long[_starts.Length + 1];
        _severalIn = new long[_ranges.Length];
        _lastUnits = new int[_ranges.Length];
    }

    /// <summary>How many hits have a number in each range, in the order in which the ranges were given.</summary>
    public IReadOnlyList<FacetCount> Counts()
    {
        var counts = new FacetCount[_ranges.Length];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = new FacetCount(_ranges[i].Label, _severalIn[i] + SumOf(_ranges[i]));
        return counts;
    }

    private protected override void Add(ReadOnlySpan<long> values, int unit)
    {
        if (values.Length == 1 && !_runs)
        {
            _inStretch[StretchOf(Comparable(values[0]))]++;
            return;
        }
        foreach (long value in values)
        {
            for (var i = 0; i < _ranges.Length; i++)
            {
                if (_lastUnits[i] == unit || !_ranges[i].Contains(Comparable(value)))
                    continue;
                _lastUnits[i] = unit;
                _severalIn[i]++;
            }
        }
    }

    private long SumOf(NumberRange range)
    {
        if (range.Highest < range.Lowest)
            return 0;
        var sum = 0L;
        for (int stretch = StretchOf(range.Lowest); stretch <= StretchOf(range.Highest); stretch++)
            sum += _inStretch[stretch];
        return sum;
    }

    // Stretch 0 lies before the first start.
    private int StretchOf(long value)
    {
        int found = Array.BinarySearch(_starts, value);
        return found >= 0 ? found + 1 : ~found;
    }

    // Bounds are doubles: floats are compared as what they are, without rounding the bounds.
    private long Comparable(long value) =>
        _kind == NumberKind.Single ? NumericBytes.SortableBits(NumberColumn.ToDouble(value, _kind)) : value;
}
