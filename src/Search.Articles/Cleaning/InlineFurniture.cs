using System.Text.RegularExpressions;
using Search.Articles.Paragraphs;

namespace Search.Articles.Cleaning;

/// <summary>Takes furniture out of the inside of blocks: photo credits, agency notes, advertisement labels between sentences.</summary>
internal static partial class InlineFurniture
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int MaxCreditWords = 7;

    /// <summary>Narrows the block and marks what was taken out; a text that ended with a credit in brackets becomes a caption.</summary>
    /// <param name="isKept">Whether what a rule finds is to stay text.</param>
    public static void Strip(string source, TextBlock block, SpanMap spans, Predicate<string> isKept)
    {
        if (!isKept(FurnitureReasons.PhotoCredit)) StripCredits(source, block, spans);
        if (!isKept(FurnitureReasons.AgencyNote)) CutAtEnd(source, block, spans, AgencyNote(), FurnitureReasons.AgencyNote, int.MaxValue);
        if (!isKept(FurnitureReasons.Advertisement)) CutInside(source, block, spans);
    }

    private static void StripCredits(string source, TextBlock block, SpanMap spans)
    {
        if (block.Hint == BlockHint.Caption) CutAtEnd(source, block, spans, CaptionCredit(), FurnitureReasons.PhotoCredit, MaxCreditWords);
        if (CutAtEnd(source, block, spans, BracketCredit(), FurnitureReasons.PhotoCredit, int.MaxValue) && block.Shape(source).Words < 60)
            block.Decide(BlockRole.Caption);
    }

    private static bool CutAtEnd(string source, TextBlock block, SpanMap spans, Regex pattern, string reason, int maxWords)
    {
        TextRange last = block.Ranges[^1];
        Match match = pattern.Match(source, last.Start, last.Length);
        if (!match.Success || match.Index + match.Length != last.End) return false;
        Group part = match.Groups["part"];
        if (part.Value.Count(c => c == ' ') >= maxWords) return false;

        TextRange kept = TextLine.Trim(source, last.Start, part.Index);
        if (kept.Length == 0 && block.Ranges.Count == 1) return false;
        spans.Mark(new TextRange(part.Index, last.End), SpanKind.Furniture, reason);
        List<TextRange> ranges = [.. block.Ranges.SkipLast(1)];
        if (kept.Length > 0) ranges.Add(kept);
        block.Narrow(ranges);
        return true;
    }

    private static void CutInside(string source, TextBlock block, SpanMap spans)
    {
        List<TextRange>? ranges = null;
        foreach (TextRange range in block.Ranges)
        {
            foreach (ValueMatch match in Inside().EnumerateMatches(source.AsSpan(range.Start, range.Length)))
            {
                ranges ??= [.. block.Ranges];
                Remove(source, ranges, new TextRange(range.Start + match.Index, range.Start + match.Index + match.Length), spans);
            }
        }

        if (ranges is { Count: > 0 }) block.Narrow(ranges);
    }

    private static void Remove(string source, List<TextRange> ranges, TextRange part, SpanMap spans)
    {
        TextRange trimmed = TextLine.Trim(source, part.Start, part.End);
        int index = ranges.FindIndex(range => range.Start <= trimmed.Start && trimmed.End <= range.End);
        if (index < 0) return;
        TextRange before = TextLine.Trim(source, ranges[index].Start, trimmed.Start);
        TextRange after = TextLine.Trim(source, trimmed.End, ranges[index].End);
        if (before.Length == 0 && after.Length == 0) return;
        spans.Mark(trimmed, SpanKind.Furniture, FurnitureReasons.Advertisement);
        ranges.RemoveAt(index);
        if (after.Length > 0) ranges.Insert(index, after);
        if (before.Length > 0) ranges.Insert(index, before);
    }

    // "… in Vladivostok. AP", "… on Sunday. (Photo by J. Doe/AFP)": capitalised words after the last sentence.
    [GeneratedRegex(@"(?<=[.!?][”’""')]?)\s+(?<part>[\[(]?(Photo(graph)?s?|Image|Picture|Credit|Courtesy)?\s*(by|credit|courtesy|:|/)*\s*:?\s*[A-Z][\w.&'’-]*([ /,|-]+(by|of|via|for|and|the|[A-Z][\w.&'’-]*))*[\])]?)\s*$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex CaptionCredit();

    // "(Photo credit: AFP)", "(Photo: Reuters)", "(Reed Saxon / Associated Press)", "[Image: NASA]".
    [GeneratedRegex(@"(?<part>[\[(]\s*(((file |representational |representative )?(photo(graph)?|image|picture|pic|video|illustration|screengrab|screenshot)s?|credits?|source)\s*(credits?|courtesy|source)?\s*(:|by|/|-|–|via)|(?-i:[A-Z][\w.'’-]+( [A-Z][\w.'’-]+){0,4}\s?/\s?[A-Z][^()\[\],0-9]{1,60}(?=[\])])))[^()\[\]]{0,100}[\])])\s*\.?\s*$", Options | RegexOptions.IgnoreCase, PatternLimits.TimeoutMs)]
    private static partial Regex BracketCredit();

    [GeneratedRegex(@"(^|(?<=[.!?][”’""')]?)\s+)(?<part>\(?(With (additional )?(inputs?|reporting|agency inputs?|inputs?) (from|by) [\w ,&.-]{1,60}|\(?(Additional|Further) reporting by [^.]{1,120})\)?)\.?\)?\s*$", Options | RegexOptions.IgnoreCase, PatternLimits.TimeoutMs)]
    private static partial Regex AgencyNote();

    [GeneratedRegex(@"(?<![\w“""'‘])(Story Continued Below|Story continues below( advertisement)?|Article continues below( advertisement)?|ADVERTISEMENT|Advertisement - story continues below)(?![\w”""'’])", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Inside();
}
