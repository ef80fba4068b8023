using Search.Engine.Codecs.Packed;
using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>What the choice of a numeric column's encoding depends on.</summary>
/// <remarks>Column notes, section 3.4: the same sums as Lucene's, so that the same encoding comes out.</remarks>
internal sealed class NumericStatistics
{
    private const int MaxDistinct = 256;

    private HashSet<long>? _distinct = [];
    private long _runMin = long.MaxValue;
    private long _runMax = long.MinValue;
    private int _runCount;

    private NumericStatistics()
    {
    }

    /// <summary>Number of documents with a value.</summary>
    public int DocCount { get; private set; }

    /// <summary>Number of values.</summary>
    public long Count { get; private set; }

    public long Min { get; private set; } = long.MaxValue;

    public long Max { get; private set; } = long.MinValue;

    /// <summary>Common divisor of all differences; 0 when there is none, 1 as soon as one value is extreme.</summary>
    public long Gcd { get; private set; }

    /// <summary>Bits that all values take when each run of a block's length has a width of its own.</summary>
    public long BitsInBlocks { get; private set; }

    /// <summary>The distinct values in ascending order; null when they are more than a table may hold.</summary>
    public long[]? Table { get; private set; }

    public bool IsConstant => Min >= Max;

    public static NumericStatistics Gather(SortedNumericDocValues values)
    {
        var statistics = new NumericStatistics();
        while (values.NextDoc() != DocIdCursor.NoMoreDocs)
        {
            statistics.DocCount++;
            for (int i = values.Count; i > 0; i--)
                statistics.Add(values.NextValue());
        }
        statistics.EndRun();
        if (statistics._distinct is { } distinct)
        {
            statistics.Table = [.. distinct];
            Array.Sort(statistics.Table);
        }
        return statistics;
    }

    private void Add(long value)
    {
        UpdateGcd(value);
        Count++;
        Min = Math.Min(Min, value);
        Max = Math.Max(Max, value);
        if (_distinct is not null && _distinct.Add(value) && _distinct.Count > MaxDistinct)
            _distinct = null;

        _runMin = Math.Min(_runMin, value);
        _runMax = Math.Max(_runMax, value);
        if (++_runCount == NumericColumnWriter.BlockLength)
            EndRun();
    }

    private void UpdateGcd(long value)
    {
        const long Extreme = 1L << 62;
        if (Gcd == 1)
            return;
        if (value is < -Extreme or >= Extreme)
            Gcd = 1; // differences may overflow
        else if (Count != 0)
            Gcd = GreatestCommonDivisor(Gcd, Math.Abs(value - Min));
    }

    private void EndRun()
    {
        if (_runMin < _runMax)
            BitsInBlocks += (long)PackedWidth.OfDirect(_runMax - _runMin) * _runCount;
        _runMin = long.MaxValue;
        _runMax = long.MinValue;
        _runCount = 0;
    }

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0)
            (a, b) = (b, a % b);
        return a;
    }
}
