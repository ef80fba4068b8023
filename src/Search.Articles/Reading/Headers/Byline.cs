using System.Text.RegularExpressions;
using Search.Articles.Cleaning;

namespace Search.Articles.Reading.Headers;

/// <summary>Reads lines that say who wrote: "By Jane Doe and John Roe", "Written by …", "Jane Doe, Staff Writer".</summary>
internal static partial class Byline
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int MaxLength = 140;

    /// <summary>The authors that a line names; null when it is no byline.</summary>
    public static IReadOnlyList<string>? Read(string text)
    {
        if (text.Length > MaxLength || text.EndsWith('.')) return null;
        Match match = Form().Match(text);
        return match.Success ? [.. Names(match.Groups["names"].Value)] : null;
    }

    /// <summary>The names in a list of authors, without titles of office and addresses.</summary>
    public static IEnumerable<string> Names(string list)
    {
        foreach (string part in Separator().Split(list))
        {
            string name = Office().Replace(part, "").Trim(' ', ',', '.', '|', '-', '–', '—', '•', '·', ':', ';', '\t', '\n');
            if (name.StartsWith("by ", StringComparison.OrdinalIgnoreCase)) name = name[3..].Trim();
            if (name.Length is > 1 and < 60 && char.IsLetter(name[0]) && !name.Contains('@', StringComparison.Ordinal)
                && !name.Contains("://", StringComparison.Ordinal)) yield return name;
        }
    }

    [GeneratedRegex(@"^\W*((Written |Posted |Published |Reported |Reporting |Story |Words )?[Bb][Yy]:?|Author:?|Text:)\s+(?<names>\p{Lu}[\p{L}.'’-]*( (and|&|de|van|von|der|la|bin|al|el|di|da)| ?,? ?\p{Lu}[\p{L}.'’-]*| ?/ ?\p{Lu}[\p{L}.'’-]*){0,9})(\s*[|•·–—-].{0,60})?$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Form();

    [GeneratedRegex(@"\s*(?:,|;|/|\band\b|&|\|)\s*", Options | RegexOptions.IgnoreCase, PatternLimits.TimeoutMs)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\b((senior |chief |political |foreign |special |contributing )?(staff|correspondent|reporter|writer|editor|columnist|contributor|producer|author|bureau|desk)s?)( (writer|reporter|correspondent|editor))?\b.*$", Options | RegexOptions.IgnoreCase, PatternLimits.TimeoutMs)]
    private static partial Regex Office();
}
