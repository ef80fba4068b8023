using System.Text.RegularExpressions;
using Search.Articles.Cleaning;
using Search.Articles.Paragraphs;

namespace Search.Articles.Reading.Headers;

/// <summary>Finds headline, outlet, byline, place line and publication date above (and, when labelled, below) the running text.</summary>
/// <remarks>What the source's form says goes first; the text fills what it leaves open. Blocks that are header are decided here.</remarks>
internal static partial class HeaderRecovery
{
    private const int AfterHeadline = 4;
    private const int NearText = 15;

    /// <summary>Recovers the header and decides its blocks.</summary>
    public static RecoveredHeader Find(string source, IReadOnlyList<TextBlock> blocks, KnownHeader known, bool isBodyOnly)
    {
        int zone = FindZone(source, blocks);
        string? headline = known.Headline;
        string? outlet = known.Outlet;
        int headlineAt = -1;
        if (!isBodyOnly)
        {
            PageTitle? title = headline is null ? PageTitle.Read(source, blocks, zone) : null;
            if (title is not null) blocks[0].Decide(BlockRole.Header, HeaderParts.PageTitle);
            string? footer = Outlets.FromFooter(source, blocks);
            outlet ??= FindOutlet(source, blocks, zone, footer) ?? title?.Site ?? footer;
            headlineAt = zone == blocks.Count && headline is null ? -1 : Headlines.Find(source, blocks, zone, headline ?? title?.Headline);
            if (headlineAt >= 0)
            {
                blocks[headlineAt].Decide(BlockRole.Header, HeaderParts.Headline);
                headline ??= blocks[headlineAt].Text(source);
            }
        }

        if (headline is not null) DiscardRepeats(source, blocks, zone, headline);
        var dates = new DateChoice();
        List<string> authors = [];
        ReadLines(source, blocks, zone, headlineAt, dates, authors);
        (DateTimeOffset? published, bool hasZone) = known.Published is not null ? (known.Published, known.PublishedHasZone) : dates.Best;
        return new RecoveredHeader(headline, outlet, known.Authors.Count > 0 ? known.Authors : authors, published, hasZone);
    }

    // Number of blocks before the first running text.
    private static int FindZone(string source, IReadOnlyList<TextBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Role == BlockRole.Caption) continue;
            if (!blocks[i].IsUndecided) continue;
            TextShape shape = blocks[i].Shape(source);
            if (shape.IsProse && !Headlines.IsHeadlineShape(blocks[i].Text(source), shape)) return i;
        }

        return blocks.Count;
    }

    private static string? FindOutlet(string source, IReadOnlyList<TextBlock> blocks, int zone, string? footer)
    {
        for (var i = 0; i < Math.Min(zone, 3); i++)
        {
            if (!blocks[i].IsUndecided) continue;
            bool isBeforeLabel = i == 0 && i + 1 < zone && blocks[i + 1].Reason is FurnitureReasons.SectionLabel or FurnitureReasons.Navigation;
            if (!Outlets.IsMasthead(blocks[i].Text(source), blocks[i].Shape(source), footer, isBeforeLabel)) continue;
            blocks[i].Decide(BlockRole.Header, HeaderParts.Outlet);
            return blocks[i].Text(source);
        }

        return null;
    }

    private static void DiscardRepeats(string source, IReadOnlyList<TextBlock> blocks, int zone, string headline)
    {
        int end = Math.Min(blocks.Count, zone + 2);
        for (var i = 0; i < end; i++)
        {
            TextShape shape = blocks[i].Shape(source);
            if (!blocks[i].IsUndecided || shape.EndsWithFullStop || shape.Words > 30) continue;
            if (Headlines.IsVariant(blocks[i].Text(source), headline)) blocks[i].Discard(FurnitureReasons.RepeatedHeadline);
        }
    }

    private static void ReadLines(
        string source, IReadOnlyList<TextBlock> blocks, int zone, int headlineAt, DateChoice dates, List<string> authors)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (!blocks[i].IsUndecided) continue;
            string text = blocks[i].Text(source);
            bool isNear = i < zone && i >= zone - NearText || i >= zone && i < zone + AfterHeadline;
            if (DateLine.Read(text) is { } date && (isNear || date.IsLabelled))
            {
                blocks[i].Decide(BlockRole.Header, HeaderParts.Date);
                dates.Offer(date, isAfterHeadline: headlineAt >= 0 && i > headlineAt);
                ReadName(source, blocks, i, date.Before, authors);
            }
            else if (isNear && Byline.Read(text) is { } names)
            {
                blocks[i].Decide(BlockRole.Header, HeaderParts.Byline);
                AddNew(authors, names);
            }
            else if (isNear && i < zone && PlaceLine().IsMatch(text))
            {
                blocks[i].Decide(BlockRole.Header, HeaderParts.Place);
            }
        }
    }

    // "DailyBite" over "DailyBiteSep 18, 2023": the name beside a date that a line of its own repeats.
    private static void ReadName(string source, IReadOnlyList<TextBlock> blocks, int dateAt, string name, List<string> authors)
    {
        if (name.Length < 3) return;
        AddNew(authors, Byline.Read("By " + name) ?? []);
        for (int i = Math.Max(0, dateAt - 2); i < dateAt; i++)
        {
            if (blocks[i].IsUndecided && string.Equals(blocks[i].Text(source), name, StringComparison.OrdinalIgnoreCase))
                blocks[i].Decide(BlockRole.Header, HeaderParts.Byline);
        }
    }

    private static void AddNew(List<string> authors, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            if (!authors.Contains(name, StringComparer.OrdinalIgnoreCase)) authors.Add(name);
        }
    }

    // "MOSCOW, Sept 18 (Agency)", "NEW DELHI:" on a line of its own.
    [GeneratedRegex(@"^\p{Lu}[\p{Lu}.' -]{2,40}(, [\p{L} .]{2,30})?(, \p{L}{3,9}\.? \d{1,2})?\s*(\([\w .]{2,30}\)\s*[-–—:]*|[-–—:]|(?<=, \p{L}{3,9}\.? \d{1,2}))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.TimeoutMs)]
    private static partial Regex PlaceLine();
}
