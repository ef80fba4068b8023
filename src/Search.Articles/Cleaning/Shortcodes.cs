using System.Text.RegularExpressions;
using Search.Articles.Paragraphs;

namespace Search.Articles.Cleaning;

/// <summary>Finds shortcodes of content systems: <c>[caption id="7"]Text. Credit[/caption]</c>, <c>[gallery ids="1,2"]</c>.</summary>
/// <remarks>
/// A bracket is a shortcode when it has attributes or a closing tag; "[sic]" and "[the minister]" are text. Tags are furniture, what
/// a caption encloses is a caption, what other tags enclose stays text unless it is only an address.
/// </remarks>
internal static partial class Shortcodes
{
    /// <summary>The tags, and the stretches between them that are captions or belong to no text, ascending.</summary>
    public static ShortcodeScan Find(string source)
    {
        var tags = new List<TextRange>();
        var captions = new List<TextRange>();
        if (!source.Contains('[', StringComparison.Ordinal)) return new ShortcodeScan(tags, captions);

        var at = 0;
        while (Opening().Match(source, at) is { Success: true } opening)
        {
            at = opening.Index + opening.Length;
            string name = opening.Groups["name"].Value;
            string closingTag = $"[/{name}]";
            int closing = source.IndexOf(closingTag, at, StringComparison.OrdinalIgnoreCase);
            bool hasAttributes = opening.Groups["attributes"].Success;
            if (closing < 0 && !hasAttributes) continue;

            tags.Add(new TextRange(opening.Index, at));
            if (closing < 0) continue;
            AddContent(source, name, new TextRange(at, closing), tags, captions);
            tags.Add(new TextRange(closing, closing + closingTag.Length));
            if (IsCaption(name)) at = closing + closingTag.Length;
        }

        tags.Sort((left, right) => left.Start.CompareTo(right.Start));
        return new ShortcodeScan(tags, captions);
    }

    private static void AddContent(string source, string name, TextRange content, List<TextRange> tags, List<TextRange> captions)
    {
        TextRange text = TextLine.Trim(source, content.Start, content.End);
        if (text.Length == 0) return;
        if (IsCaption(name)) captions.Add(text);
        else if (Address().IsMatch(source.AsSpan(text.Start, text.Length))) tags.Add(text);
    }

    private static bool IsCaption(string name) => name.Contains("caption", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("""\[(?<name>[A-Za-z][A-Za-z_-]{1,24})(?<attributes>(\s+[\w-]+\s*=\s*[“”„"'’‘]?[^\[\]“”"'’‘]*[“”"'’‘]?)+)?\s*/?\]""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.TimeoutMs)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(https?://|www\.)\S+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.TimeoutMs)]
    private static partial Regex Address();
}
