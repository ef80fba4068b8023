using System.Text.RegularExpressions;
using Search.Articles.Cleaning;
using Search.Articles.Paragraphs;

namespace Search.Articles.Reading.Headers;

/// <summary>A page's title, "Headline - Outlet", taken apart.</summary>
/// <param name="Headline">The part that is the headline.</param>
/// <param name="Site">The part that names the site; null when nothing could be split off.</param>
internal sealed partial record PageTitle(string Headline, string? Site)
{
    private const int MaxSiteWords = 6;

    /// <summary>Reads the first block of a stripped page: a title only when a later block repeats its headline.</summary>
    public static PageTitle? Read(string source, IReadOnlyList<TextBlock> blocks, int zone)
    {
        if (zone < 2 || blocks[0].Shape(source) is { Words: > 35 } or { EndsWithFullStop: true }) return null;
        string text = blocks[0].Text(source);
        foreach (ValueMatch separator in Separator().EnumerateMatches(text))
        {
            string headline = text[..separator.Index].Trim();
            if (headline.Length < 4) continue;
            for (var i = 1; i < zone; i++)
            {
                if (!Headlines.IsVariant(blocks[i].Text(source), headline)) continue;
                string site = LastPart(text[(separator.Index + separator.Length)..]);
                return new PageTitle(headline, TextShape.Of(site).Words <= MaxSiteWords ? site : null);
            }
        }

        return null;
    }

    /// <summary>Splits the title of a page whose headline and site are known or not.</summary>
    public static PageTitle Split(string text, string? site)
    {
        string[] parts = [.. Separator().Split(text).Select(part => part.Trim()).Where(part => part.Length > 0)];
        if (parts.Length < 2) return new PageTitle(text.Trim(), null);
        if (site is not null && Outlets.IsSame(parts[^1], site)) return new PageTitle(WithoutEnd(text, parts[^1]), parts[^1]);
        if (site is not null && Outlets.IsSame(parts[0], site)) return new PageTitle(text[text.IndexOf(parts[1], StringComparison.Ordinal)..].Trim(), parts[0]);
        bool isSite = TextShape.Of(parts[^1]).Words <= MaxSiteWords && TextShape.Of(parts[0]).Words > TextShape.Of(parts[^1]).Words;
        return isSite ? new PageTitle(WithoutEnd(text, parts[^1]), parts[^1]) : new PageTitle(text.Trim(), null);
    }

    private static string WithoutEnd(string text, string end) =>
        Trailing().Replace(text[..text.LastIndexOf(end, StringComparison.Ordinal)], "").Trim();

    private static string LastPart(string rest) => Separator().Split(rest)[^1].Trim();

    [GeneratedRegex(@"\s+[-–—|:·•»«]{1,2}\s+|\s*\|\s*|\s+::\s+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.TimeoutMs)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s*[-–—|:·•»«]+\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.TimeoutMs)]
    private static partial Regex Trailing();
}
