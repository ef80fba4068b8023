using System.Text.RegularExpressions;
using Search.Articles.Cleaning;

namespace Search.Articles.Reading.Headers;

/// <summary>A line that gives the publication date: a date and little else. A sentence that holds a date is none.</summary>
/// <param name="Date">The date.</param>
/// <param name="IsLabelled">Whether the line says what the date is: "Published", "Updated".</param>
/// <param name="IsUpdate">Whether it is the date of a change.</param>
/// <param name="Before">What stands before the date, label words left out: perhaps a name.</param>
internal sealed partial record DateLine(DateText Date, bool IsLabelled, bool IsUpdate, string Before)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int MaxOtherWords = 7;
    private const int MaxLength = 160;

    /// <summary>Reads a line; null when it is no date line.</summary>
    public static DateLine? Read(string text)
    {
        if (text.Length > MaxLength || DateFinder.Find(text) is not { } date) return null;
        string before = text[..date.Start];
        string after = text[date.End..];
        bool isLabelled = Label().IsMatch(text);
        string name = Noise().Replace(before, " ").Trim(' ', '|', ',', ':', '-', '–', '—', '•', '·', '/', '(', '[', '.', '\t');
        string rest = Noise().Replace(after, " ");
        if (CountWords(name) + CountWords(rest) > MaxOtherWords) return null;

        // "In July 12, 2020, he …": small words around a date make a sentence.
        bool isSentence = !isLabelled && SmallWord().IsMatch(before + " " + after);
        return isSentence ? null : new DateLine(date, isLabelled, Update().IsMatch(before), name);
    }

    private static int CountWords(string text)
    {
        var count = 0;
        foreach (ReadOnlySpan<char> _ in new Paragraphs.WordSplitter(text)) count++;
        return count;
    }

    [GeneratedRegex(@"\b(published|posted|updated|modified|created|first published|last (updated|modified)|date|uploaded|issued)\b", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Label();

    [GeneratedRegex(@"\b(updated|modified)\b", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Update();

    [GeneratedRegex(@"\b(published|posted|updated|modified|created|first|last|on|at|by|date|uploaded|issued|article|story|time|hrs|hours|local|mon(day)?|tue(sday)?|wed(nesday)?|thu(rsday)?|fri(day)?|sat(urday)?|sun(day)?|\d+ min read|comments?|\d+|am|pm|utc|gmt)\b", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Noise();

    // Verbs and links of sentences; not the words that stand in date lines.
    [GeneratedRegex(@"\b(was|were|is|are|has|had|have|will|would|the|in|to|of|since|until|from|after|before|during|that|which|who|and|dated|when)\b", Options, PatternLimits.TimeoutMs)]
    private static partial Regex SmallWord();
}
