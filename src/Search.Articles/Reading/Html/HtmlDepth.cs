namespace Search.Articles.Reading.Html;

/// <summary>Estimates how deeply a page nests its elements, before it is parsed.</summary>
internal static class HtmlDepth
{
    // Elements that hold nothing, or that the next one of their kind ends.
    private static readonly HashSet<string> Flat = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "html", "head", "body", "a", "button", "nobr",
        "script", "style", "title", "textarea",
    };

    /// <summary>The page up to where more elements are open than <paramref name="limit"/>: the whole page, but for hostile ones.</summary>
    /// <remarks>A parser and those who walk its tree take time and stack for every level. Elements that end each other are not counted.</remarks>
    public static string Cut(string html, int limit)
    {
        var open = 0;
        for (int at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            bool isEnd = html[at + 1] == '/';
            ReadOnlySpan<char> name = html.AsSpan(isEnd ? at + 2 : at + 1);
            var length = 0;
            while (length < name.Length && char.IsAsciiLetterOrDigit(name[length])) length++;
            if (length == 0 || !char.IsAsciiLetter(name[0]) || Flat.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name[..length])) continue;
            open = Math.Max(0, open + (isEnd ? -1 : 1));
            if (open > limit) return html[..at];
        }

        return html;
    }
}
