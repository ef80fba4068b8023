using System.Text.RegularExpressions;
using Search.Articles.Cleaning;

namespace Search.Articles.Reading.Html;

/// <summary>Tells whether a text is a page, or has tags in it.</summary>
internal static partial class HtmlSigns
{
    private const int HeadLength = 2_000;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Whether it is a whole page.</summary>
    public static bool IsPage(string text) => Page().IsMatch(text[..Math.Min(text.Length, HeadLength)]);

    /// <summary>Whether it is made of elements: a paragraph, a line break, or another element that is closed.</summary>
    public static bool HasTags(string text) => text.Contains('<', StringComparison.Ordinal) && Tags().IsMatch(text);

    [GeneratedRegex(@"^\s*(<!--|<\?xml|<!doctype html|<html[\s>])|<(body|head)[\s>]", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Page();

    [GeneratedRegex(@"<(p|br|div|li|h[1-6])(\s[^<>]{0,500})?/?>|</(p|div|span|a|strong|em|b|i|u|ul|ol|li|h[1-6]|blockquote|table|section|article|figure)>", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Tags();
}
