namespace Search.Engine.Search.Facets;

/// <summary>Months or years of the proleptic Gregorian calendar in UTC.</summary>
internal sealed class CalendarInterval(TimeScale scale, bool wholeYears) : HistogramInterval
{
    private const int DaysOf400Years = 146_097;
    private const int FirstYearOfCycle = 2000;

    private static readonly long FirstDayOfCycle = new DateOnly(FirstYearOfCycle, 1, 1).DayNumber - new DateOnly(1970, 1, 1).DayNumber;

    private readonly long _unitsOfDay = scale switch
    {
        TimeScale.Seconds => 86_400,
        TimeScale.Milliseconds => 86_400_000,
        _ => 1,
    };

    public override long StartOf(long value)
    {
        Int128 day = FloorDivide(value, _unitsOfDay, out Int128 inDay);
        Int128 start = value - inDay - ((Int128)DaysInto(day) * _unitsOfDay);
        return start < long.MinValue ? long.MinValue : (long)start;
    }

    // The calendar repeats every 400 years: any day has its like in the cycle from 2000 on.
    private int DaysInto(Int128 day)
    {
        FloorDivide(day - FirstDayOfCycle, DaysOf400Years, out Int128 inCycle);
        DateOnly like = new DateOnly(FirstYearOfCycle, 1, 1).AddDays((int)inCycle);
        return wholeYears ? like.DayOfYear - 1 : like.Day - 1;
    }

    private static Int128 FloorDivide(Int128 value, long divisor, out Int128 rest)
    {
        rest = value % divisor;
        if (rest < 0)
            rest += divisor;
        return (value - rest) / divisor;
    }
}
