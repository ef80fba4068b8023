using System.Text.RegularExpressions;
using Search.Articles.Cleaning;
using Search.Articles.Paragraphs;

namespace Search.Articles.Reading.Headers;

/// <summary>Finds the publisher in what pages say of themselves: a title's suffix, the masthead, the footer. News agencies in the text are sources.</summary>
internal static partial class Outlets
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int MaxMastheadWords = 4;

    /// <summary>The publisher that a page's own footer lines name: copyright, privacy policy, "X offers the latest …" under "About us".</summary>
    public static string? FromFooter(string source, IReadOnlyList<TextBlock> blocks)
    {
        for (int i = blocks.Count - 1; i >= 0; i--)
        {
            string text = blocks[i].Text(source);
            if (text.Length > 600) continue;
            if (blocks[i].Role == BlockRole.Furniture && Copyright().Match(text) is { Success: true } copyright) return Clean(copyright);
            if (i > 0 && AboutLabel().IsMatch(blocks[i - 1].Text(source)) && About().Match(text) is { Success: true } about) return Clean(about);
            if (blocks[i].Role == BlockRole.Furniture && Policy().Match(text) is { Success: true } policy) return Clean(policy);
        }

        return null;
    }

    /// <summary>Whether a line at the top is the publisher's name: short, no sentence, and named again in what the page says of itself.</summary>
    public static bool IsMasthead(string line, TextShape shape, string? fromFooter, bool isBeforeSectionLabel)
    {
        if (shape.Words is 0 or > MaxMastheadWords || shape.EndsSentence) return false;
        if (fromFooter is not null && IsSame(line, fromFooter)) return true;
        return isBeforeSectionLabel && shape.Words == 1;
    }

    /// <summary>Whether two names of a publisher are the same but for letter case and spaces.</summary>
    public static bool IsSame(string left, string right) => Normalize(left) == Normalize(right);

    private static string Normalize(string name)
    {
        string letters = string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return letters.StartsWith("the", StringComparison.Ordinal) ? letters[3..] : letters;
    }

    private static string? Clean(Match match)
    {
        string name = match.Groups["outlet"].Value.Trim(' ', ',', '.', '|', '-');
        return name.Length is > 1 and <= 60 ? name : null;
    }

    [GeneratedRegex(@"(Copyright|©|\([cC]\))\W*((19|20)\d\d)?(\s*[-–]\s*((19|20)\d\d)?)?\W*(by )?(?<outlet>\p{Lu}[\w&'’.-]*( (&|of|and|the|\p{Lu}[\w&'’.-]*)){0,5}?)(?=\s*([,.|]|All [Rr]ights|Inc|Ltd|LLC|Terms|Privacy|$))", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Copyright();

    [GeneratedRegex(@"^\W*(About (us|this (site|website|publication))|Who we are)\W*$", Options | RegexOptions.IgnoreCase, PatternLimits.TimeoutMs)]
    private static partial Regex AboutLabel();

    [GeneratedRegex(@"^(?<outlet>(The )?\p{Lu}[\w&'’.-]*( \p{Lu}[\w&'’.-]*){0,4}) (is|offers|provides|brings|delivers|covers|was|aims|publishes|has been|features|gives)\b", Options, PatternLimits.TimeoutMs)]
    private static partial Regex About();

    [GeneratedRegex(@"\b(agree|accept|consent)\b.{0,40}?\b(?<outlet>\p{Lu}[\w.-]*( \p{Lu}[\w.-]*){0,3})['’]s? (privacy|terms|cookie|policy|polic)", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Policy();
}
