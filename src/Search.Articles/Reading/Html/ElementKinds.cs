using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Search.Articles.Reading.Html;

/// <summary>What elements mean for text: which have none, which start a block, which are hidden.</summary>
internal static class ElementKinds
{
    private static readonly FrozenSet<string> Textless = new[]
    {
        "SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "SVG", "IFRAME", "OBJECT", "EMBED", "CANVAS", "AUDIO", "VIDEO", "SELECT", "TEXTAREA", "INPUT",
        "HEAD", "TITLE", "META", "LINK", "MAP", "DATALIST", "DIALOG",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Blocks = new[]
    {
        "ADDRESS", "ARTICLE", "ASIDE", "BLOCKQUOTE", "BODY", "BUTTON", "CENTER", "DD", "DETAILS", "DIV", "DL", "DT", "FIELDSET", "FIGCAPTION",
        "FIGURE", "FOOTER", "FORM", "H1", "H2", "H3", "H4", "H5", "H6", "HEADER", "HGROUP", "HR", "LI", "MAIN", "NAV", "OL", "P", "PRE",
        "SECTION", "SUMMARY", "TABLE", "TBODY", "TD", "TFOOT", "TH", "THEAD", "TR", "UL", "LABEL", "LEGEND", "OPTION",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an element starts and ends a block of text.</summary>
    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    /// <summary>Whether an element has no text that a reader sees.</summary>
    public static bool IsInvisible(IElement element)
    {
        if (Textless.Contains(element.LocalName) || element.HasAttribute("hidden")) return true;
        if (element.GetAttribute("aria-hidden") == "true" && !element.ClassName.HasPart("fallback")) return true;
        string? style = element.GetAttribute("style");
        if (style is null) return false;
        string flat = style.Replace(" ", "", StringComparison.Ordinal);
        return flat.Contains("display:none", StringComparison.OrdinalIgnoreCase) || flat.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether an element is a heading.</summary>
    public static bool IsHeading(IElement element) => element.LocalName is ['h', >= '1' and <= '6'];

    /// <summary>Whether an attribute's value, which may be missing, holds a part.</summary>
    private static bool HasPart(this string? value, string part) => value is not null && value.Contains(part, StringComparison.OrdinalIgnoreCase);
}
