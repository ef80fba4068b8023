using System.Globalization;
using System.Text.RegularExpressions;

namespace Search.Articles.Querying.Syntax;

/// <summary>Dates as they are written in queries: a year, a month, a day, or a time back from now. All are UTC.</summary>
internal static partial class PublishedPeriod
{
    /// <summary>What a date may look like, for messages.</summary>
    public const string Forms = "2023, 2023-09, 2023-09-18, today, yesterday or last-7d";

    /// <summary>The moments of a date: from the first, up to but not including the second.</summary>
    /// <returns>Null when it is no date.</returns>
    public static (DateTimeOffset From, DateTimeOffset Until)? TryParse(string text, DateTimeOffset now)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        if (text.Equals("today", StringComparison.OrdinalIgnoreCase))
            return (today, today.AddDays(1));
        if (text.Equals("yesterday", StringComparison.OrdinalIgnoreCase))
            return (today.AddDays(-1), today);
        Match last = Last.Match(text);
        if (last.Success)
            return Back(now, last) is { } from ? (from, now.AddSeconds(1)) : null;
        if (Parse(text, "yyyy-MM-dd") is { } day)
            return (day, day.AddDays(1));
        if (Parse(text, "yyyy-MM") is { } month)
            return (month, month.AddMonths(1));
        if (Parse(text, "yyyy") is { } year)
            return (year, year.AddYears(1));
        return null;
    }

    private static DateTimeOffset? Back(DateTimeOffset now, Match last)
    {
        // Five digits of years are before there were years.
        int count = int.Parse(last.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        try
        {
            return char.ToLowerInvariant(last.Groups["unit"].ValueSpan[0]) switch
            {
                'h' => now.AddHours(-count),
                'd' => now.AddDays(-count),
                'w' => now.AddDays(-7.0 * count),
                'm' => now.AddMonths(-count),
                _ => now.AddYears(-count),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    // The last year has no end that could be told.
    private static DateTimeOffset? Parse(string text, string format) =>
        DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment) && moment.Year < 9999
            ? moment
            : null;

    [GeneratedRegex(@"^last-(?<n>\d{1,5})(?<unit>[hdwmy])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Last { get; }
}
