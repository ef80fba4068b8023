using System.Globalization;
using System.Text.RegularExpressions;
using Search.Articles.Cleaning;

namespace Search.Articles.Reading.Headers;

/// <summary>Finds the first date in a line: "September 18, 2023 | 12:30", "18 Sept 2023, 9:01 AM ET", "2023-09-18T12:30+02:00", "18.09.2023".</summary>
internal static partial class DateFinder
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Month = "(?<month>jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)";
    private const string Time = @"(\W{0,4}(at\s+)?(?<hour>\d{1,2})[:.](?<minute>\d\d)([:.](?<second>\d\d)(\.\d+)?)?\s*(?<half>[ap]\.?\s?m\b\.?)?\s*(\(?(?<zone>utc|gmt|z|bst|ist|cest|cet|e[sd]?t|c[sd]t|m[sd]t|p[sd]?t|msk)\b\)?|(?<offset>[+-]\d\d:?\d\d))?)?";
    private const string Weekday = @"((mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\W{1,3})?";

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    // Hours from UTC. Where a name has several meanings, the one of news in English.
    private static readonly Dictionary<string, double> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utc"] = 0, ["gmt"] = 0, ["z"] = 0, ["bst"] = 1, ["ist"] = 5.5, ["cet"] = 1, ["cest"] = 2, ["et"] = -5, ["est"] = -5, ["edt"] = -4,
        ["ct"] = -6, ["cst"] = -6, ["cdt"] = -5, ["mst"] = -7, ["mdt"] = -6, ["pt"] = -8, ["pst"] = -8, ["pdt"] = -7, ["msk"] = 3,
    };

    /// <summary>The first date in a text; null when there is none.</summary>
    public static DateText? Find(string text)
    {
        DateText? best = null;
        foreach (Regex form in (ReadOnlySpan<Regex>)[MonthFirst(), DayFirst(), YearFirst(), Numbers()])
        {
            if (form.Match(text) is { Success: true } match && (best is null || match.Index < best.Value.Start) && Read(match) is { } date) best = date;
        }

        return best;
    }

    private static DateText? Read(Match match)
    {
        if (!TryReadDay(match, out int year, out int month, out int day)) return null;
        var local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        bool hasTime = match.Groups["hour"].Success && TryReadTime(match, out TimeSpan time) && Set(ref local, time);
        TimeSpan? offset = hasTime ? ReadOffset(match) : null;
        return new DateText(new DateTimeOffset(local, offset ?? TimeSpan.Zero), hasTime, offset is not null, match.Index, match.Index + match.Length);
    }

    private static bool TryReadDay(Match match, out int year, out int month, out int day)
    {
        year = Number(match, "year");
        string name = match.Groups["month"].Value;
        month = char.IsDigit(name[0]) ? int.Parse(name, CultureInfo.InvariantCulture) : Array.IndexOf(Months, name[..3].ToLowerInvariant()) + 1;
        day = Number(match, "day");

        // "9/18/2023" can only be month first.
        if (month > 12 && day <= 12) (month, day) = (day, month);
        return year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private static bool TryReadTime(Match match, out TimeSpan time)
    {
        int hour = Number(match, "hour"), minute = Number(match, "minute"), second = Number(match, "second");
        string half = match.Groups["half"].Value;
        if (half.Length > 0) hour = hour % 12 + (half[0] is 'p' or 'P' ? 12 : 0);
        time = hour < 24 && minute < 60 && second < 60 ? new TimeSpan(hour, minute, second) : default;
        return hour < 24 && minute < 60 && second < 60;
    }

    private static bool Set(ref DateTime local, TimeSpan time)
    {
        local += time;
        return true;
    }

    private static TimeSpan? ReadOffset(Match match)
    {
        if (match.Groups["zone"].Success) return TimeSpan.FromHours(Zones.GetValueOrDefault(match.Groups["zone"].Value));
        if (!match.Groups["offset"].Success) return null;
        string offset = match.Groups["offset"].Value.Replace(":", "", StringComparison.Ordinal);
        var value = new TimeSpan(int.Parse(offset.AsSpan(1, 2)), int.Parse(offset.AsSpan(3, 2)), 0);
        if (value > TimeSpan.FromHours(14)) return null;
        return offset[0] == '-' ? -value : value;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : 0;

    // A name glued before the month ("DailyBiteSep 18, 2023") is let go; a longer word ("March" in "marched") is not a month.
    [GeneratedRegex(Weekday + @"((?<![A-Za-z])|(?-i:(?<=[a-z])(?=[A-Z])))" + Month + @"\.?\s+(?<day>\d{1,2})(st|nd|rd|th)?,?\s+(?<year>(19|20)\d\d)\b" + Time, Options, PatternLimits.TimeoutMs)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(Weekday + @"\b(?<day>\d{1,2})(st|nd|rd|th)?[\s-](of\s)?" + Month + @"\.?,?[\s-]+(?<year>(19|20)\d\d)\b" + Time, Options, PatternLimits.TimeoutMs)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b(?<year>(19|20)\d\d)[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(T(?=\d))?" + Time, Options, PatternLimits.TimeoutMs)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"\b(?<day>\d{1,2})(?<mark>[./-])(?<month>\d{1,2})\k<mark>(?<year>(19|20)\d\d)\b" + Time, Options, PatternLimits.TimeoutMs)]
    private static partial Regex Numbers();
}
