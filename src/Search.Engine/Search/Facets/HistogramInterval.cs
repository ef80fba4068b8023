namespace Search.Engine.Search.Facets;

/// <summary>How a histogram cuts integers into buckets.</summary>
/// <remarks>Immutable and shareable.</remarks>
public abstract class HistogramInterval
{
    private protected HistogramInterval()
    {
    }

    /// <summary>Buckets of equal width; one starts at <paramref name="origin"/>.</summary>
    /// <param name="width">At least 1.</param>
    /// <param name="origin">Any bucket's start.</param>
    public static HistogramInterval Fixed(long width, long origin = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        return new FixedInterval(width, origin);
    }

    /// <summary>Months of the Gregorian calendar in UTC, also before it was introduced.</summary>
    public static HistogramInterval Month(TimeScale scale) => new CalendarInterval(scale, wholeYears: false);

    /// <summary>Years of the Gregorian calendar in UTC, also before it was introduced.</summary>
    public static HistogramInterval Year(TimeScale scale) => new CalendarInterval(scale, wholeYears: true);

    /// <summary>
    /// The first integer of the bucket that holds <paramref name="value"/>; <see cref="long.MinValue"/> where it would be less.
    /// </summary>
    public abstract long StartOf(long value);

    /// <summary>The rest, from 0, of a division that rounds down.</summary>
    private protected static long Modulo(long value, long divisor, out long quotient)
    {
        (quotient, long rest) = Math.DivRem(value, divisor);
        if (rest >= 0)
            return rest;
        quotient--;
        return rest + divisor;
    }

    /// <summary>The difference, or the least integer where it would be less.</summary>
    private protected static long StepBack(long value, long step) => value < long.MinValue + step ? long.MinValue : value - step;
}
