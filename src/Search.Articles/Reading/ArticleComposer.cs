using Search.Articles.Cleaning;
using Search.Articles.Paragraphs;
using Search.Articles.Reading.Headers;

namespace Search.Articles.Reading;

/// <summary>Makes an article of a text: tells header, furniture and paragraphs apart, each by the type that knows how.</summary>
/// <remarks>Thread safe when the statistics no longer change.</remarks>
internal static class ArticleComposer
{
    /// <summary>Composes the article.</summary>
    public static Article Compose(RawArticle raw, CollectionStatistics? statistics, ReadingSettings settings)
    {
        string source = raw.Source;
        KnownHeader known = HeaderLimits.Apply(raw.Known);
        var spans = new SpanMap(source);
        List<TextBlock> blocks = raw.Blocks is null ? SplitPlainText(source, spans, settings) : [.. raw.Blocks];

        DiscardByRules(source, blocks, spans, settings);
        RecoveredHeader header = HeaderRecovery.Find(source, blocks, known, raw.IsBodyOnly);
        DiscardRepeated(source, blocks, statistics);
        TailRules.Apply(source, blocks);
        if (raw.Blocks is null && !raw.IsBodyOnly) BodyLocator.Apply(source, blocks);
        RestoreKept(blocks, settings);
        Subheadings.Apply(source, blocks);

        IReadOnlyList<Paragraph> paragraphs = new ParagraphBuilder(source, spans).Build(blocks);
        MarkDecided(blocks, spans);
        return new Article
        {
            Id = raw.Id,
            Path = raw.Path,
            Source = source,
            Spans = spans.ToSpans(),
            Paragraphs = paragraphs,
            Headline = header.Headline,
            Outlet = header.Outlet,
            Authors = header.Authors,
            Published = header.Published,
            PublishedHasZone = header.PublishedHasZone,
            Url = known.Url,
            Language = known.Language,
            Repairs = raw.Repairs,
        };
    }

    private static List<TextBlock> SplitPlainText(string source, SpanMap spans, ReadingSettings settings)
    {
        ShortcodeScan shortcodes = settings.Keeps(FurnitureReasons.Shortcode) ? Shortcodes.Find("") : Shortcodes.Find(source);
        foreach (TextRange tag in shortcodes.Tags) spans.Mark(tag, SpanKind.Furniture, FurnitureReasons.Shortcode);
        List<TextBlock> blocks = PlainTextBlocks.Split(source, shortcodes.Holes());
        foreach (TextRange caption in shortcodes.Captions) blocks.Add(new TextBlock([caption], BlockHint.Caption));
        blocks.Sort((left, right) => left.Start.CompareTo(right.Start));
        return blocks;
    }

    private static void DiscardByRules(string source, List<TextBlock> blocks, SpanMap spans, ReadingSettings settings)
    {
        foreach (TextBlock block in blocks)
        {
            if (!block.IsUndecided) continue;
            if (FurnitureRules.ReasonFor(block.Text(source), block.Shape(source).Words) is { } reason)
            {
                block.Discard(reason);
            }
            else
            {
                if (block.Hint == BlockHint.Caption) block.Decide(BlockRole.Caption);
                InlineFurniture.Strip(source, block, spans, settings.Keeps);
            }
        }
    }

    // After the header: the outlet's name stands in many articles too.
    private static void DiscardRepeated(string source, List<TextBlock> blocks, CollectionStatistics? statistics)
    {
        if (statistics is null) return;
        foreach (TextBlock block in blocks)
        {
            if (block.IsUndecided && statistics.IsRepeated(block.Text(source))) block.Discard(FurnitureReasons.RepeatedLine);
        }
    }

    // A rule that is off still finds what it finds, so that other rules decide as before; in the end it is text.
    private static void RestoreKept(List<TextBlock> blocks, ReadingSettings settings)
    {
        foreach (TextBlock block in blocks)
        {
            if (block.Role == BlockRole.Furniture && settings.Keeps(block.Reason)) block.Decide(BlockRole.Undecided);
        }
    }

    private static void MarkDecided(List<TextBlock> blocks, SpanMap spans)
    {
        foreach (TextBlock block in blocks)
        {
            if (block.Role is not (BlockRole.Furniture or BlockRole.Header)) continue;
            SpanKind kind = block.Role == BlockRole.Header ? SpanKind.Header : SpanKind.Furniture;
            foreach (TextRange range in block.Ranges) spans.Mark(range, kind, block.Reason);
        }
    }
}
