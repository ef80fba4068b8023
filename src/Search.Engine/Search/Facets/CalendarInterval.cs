namespace Search.Engine.Search.Facets;

/// <summary>Months or years of the proleptic Gregorian calendar in UTC.</summary>
internal sealed class CalendarInterval(TimeScale scale, bool wholeYears) : HistogramInterval
{
    private const int DaysOf400Years = 146_097;

    private static readonly DateOnly FirstOfCycle = new(2000, 1, 1);
    private static readonly int DaysToCycle = FirstOfCycle.DayNumber - new DateOnly(1970, 1, 1).DayNumber;

    private readonly long _unitsOfDay = scale switch
    {
        TimeScale.Seconds => 86_400,
        TimeScale.Milliseconds => 86_400_000,
        _ => 1,
    };

    public override long StartOf(long value)
    {
        long inDay = Modulo(value, _unitsOfDay, out long day);
        return StepBack(value, inDay + (DaysInto(day) * _unitsOfDay));
    }

    // The calendar repeats every 400 years: any day has its like in the cycle from 2000 on.
    private int DaysInto(long day)
    {
        long inCycle = Modulo(Modulo(day, DaysOf400Years, out _) - DaysToCycle, DaysOf400Years, out _);
        DateOnly like = FirstOfCycle.AddDays((int)inCycle);
        return wholeYears ? like.DayOfYear - 1 : like.Day - 1;
    }
}
