using System.Globalization;
using Search.Articles.Searching;
using Search.Engine.Search.Facets;

namespace Search.Articles.Results;

/// <summary>Makes bars of counts by day: few enough to be drawn, days where they are few, else months, else years.</summary>
internal static class DateHistogram
{
    /// <summary>Seconds of a day.</summary>
    public const long SecondsOfDay = 86_400;

    // Two months of days, six years of months.
    private const int MaxDays = 62;
    private const int MaxMonths = 72;

    // Beyond that a gap is left out instead of being drawn: one wrong date must not make thousands of bars.
    private const int MaxBars = 200;

    /// <param name="days">Articles by the first second of their day, ascending.</param>
    public static IReadOnlyList<HistogramBar> Bars(IReadOnlyList<NumberCount> days)
    {
        if (days.Count == 0)
            return [];
        DateTimeOffset first = Moment(days[0].Value);
        DateTimeOffset last = Moment(days[^1].Value);
        Unit unit = (last - first).TotalDays < MaxDays ? Unit.Day
            : ((last.Year - first.Year) * 12) + last.Month - first.Month < MaxMonths ? Unit.Month
            : Unit.Year;
        var counts = new SortedDictionary<DateTimeOffset, int>();
        foreach (NumberCount day in days)
        {
            DateTimeOffset start = StartOf(Moment(day.Value), unit);
            counts[start] = counts.GetValueOrDefault(start) + (int)day.Count;
        }
        FillGaps(counts, unit);
        return [.. counts.Select(bar => new HistogramBar(LabelOf(bar.Key, unit), bar.Key, Next(bar.Key, unit), bar.Value))];
    }

    /// <summary>A moment of a column, held within what a date can be.</summary>
    public static DateTimeOffset Moment(long seconds) => DateTimeOffset.FromUnixTimeSeconds(
        Math.Clamp(seconds, DateTimeOffset.MinValue.ToUnixTimeSeconds(), DateTimeOffset.MaxValue.ToUnixTimeSeconds()));

    private static void FillGaps(SortedDictionary<DateTimeOffset, int> counts, Unit unit)
    {
        DateTimeOffset last = counts.Keys.Last();
        var gaps = new List<DateTimeOffset>();
        for (DateTimeOffset start = counts.Keys.First(); start < last; start = Next(start, unit))
        {
            if (!counts.ContainsKey(start))
                gaps.Add(start);
            if (gaps.Count + counts.Count > MaxBars)
                return;
        }
        foreach (DateTimeOffset gap in gaps)
            counts.Add(gap, 0);
    }

    private static DateTimeOffset StartOf(DateTimeOffset moment, Unit unit) => new(
        moment.Year, unit == Unit.Year ? 1 : moment.Month, unit == Unit.Day ? moment.Day : 1, 0, 0, 0, TimeSpan.Zero);

    private static DateTimeOffset Next(DateTimeOffset start, Unit unit) => unit switch
    {
        _ when start.Year == DateTimeOffset.MaxValue.Year && (unit == Unit.Year || start.Month == 12) && (unit != Unit.Day || start.Day == 31) => DateTimeOffset.MaxValue,
        Unit.Day => start.AddDays(1),
        Unit.Month => start.AddMonths(1),
        _ => start.AddYears(1),
    };

    private static string LabelOf(DateTimeOffset start, Unit unit) => start.ToString(
        unit switch { Unit.Day => "yyyy-MM-dd", Unit.Month => "yyyy-MM", _ => "yyyy" }, CultureInfo.InvariantCulture);

    private enum Unit
    {
        Day,
        Month,
        Year,
    }
}
