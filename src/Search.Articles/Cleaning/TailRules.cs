using System.Text.RegularExpressions;
using Search.Articles.Paragraphs;

namespace Search.Articles.Cleaning;

/// <summary>Labels that say what the blocks after them are: related posts, the neighbouring article, the publisher's own text.</summary>
internal static partial class TailRules
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int MaxAboutBlocks = 6;

    /// <summary>Discards the labels and what they announce.</summary>
    public static void Apply(string source, IReadOnlyList<TextBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            TextBlock block = blocks[i];
            if (block.Role is not (BlockRole.Undecided or BlockRole.Furniture) || block.Shape(source).Words > 8) continue;
            string text = block.Text(source);
            if (Neighbour().IsMatch(text)) DiscardTitle(source, blocks, i, FurnitureReasons.NeighbouringArticle);
            else if (Related().IsMatch(text)) DiscardTitles(source, blocks, i);
            else if (AboutUs().IsMatch(text)) DiscardFooter(source, blocks, i);
        }
    }

    /// <summary>Whether a block announces other stories.</summary>
    public static bool IsRelatedLabel(string text) => Related().IsMatch(text);

    private static void DiscardTitle(string source, IReadOnlyList<TextBlock> blocks, int label, string reason)
    {
        blocks[label].Discard(reason);
        if (label + 1 >= blocks.Count || !blocks[label + 1].IsUndecided) return;
        TextShape shape = blocks[label + 1].Shape(source);
        bool isTitle = shape is { Words: <= 25, EndsWithFullStop: false } && !Neighbour().IsMatch(blocks[label + 1].Text(source));
        if (isTitle) blocks[label + 1].Discard(reason);
    }

    // Titles up to the next running text.
    private static void DiscardTitles(string source, IReadOnlyList<TextBlock> blocks, int label)
    {
        int prose = label + 1;
        while (prose < blocks.Count && !blocks[prose].Shape(source).IsProse) prose++;

        // The last short block before running text may be that text's subheading; related titles are more than one, or close the page.
        bool hasSubheading = prose < blocks.Count && prose - label - 1 is > 0 && blocks[prose - 1].BlankBefore;
        int end = hasSubheading ? prose - 1 : prose;
        for (int i = label; i < end; i++)
        {
            if (i == label || blocks[i].IsUndecided && !AboutUs().IsMatch(blocks[i].Text(source))) blocks[i].Discard(FurnitureReasons.RelatedStories);
        }
    }

    // Only at the page's end: an article may have a chapter of that name.
    private static void DiscardFooter(string source, IReadOnlyList<TextBlock> blocks, int label)
    {
        if (blocks.Count - label - 1 > MaxAboutBlocks) return;
        int before = 0, after = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (i < label) before += blocks[i].Shape(source).Words;
            else after += blocks[i].Shape(source).Words;
        }

        if (after > before) return;
        for (int i = label; i < blocks.Count; i++)
        {
            if (blocks[i].IsUndecided) blocks[i].Discard(FurnitureReasons.AboutUs);
        }
    }

    [GeneratedRegex(@"^\W*(previous|next|prev|older|newer) (article|post|story|news|entry)\W*$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Neighbour();

    [GeneratedRegex(@"^\W*(related( (posts?|articles?|stor(y|ies)|news|content|coverage|topics?|links?|reading|items?|videos?))?|(you )?(may|might) (also )?(like|be interested in|have missed)|you may also like.*|recommended( (for you|stories|articles|reading|posts|videos))?|more (stories|news|articles|posts|like this|coverage|headlines)( .{1,30})?|more (from|in|by) .{1,40}|(most|more) (popular|read|viewed|shared|watched|commented)( .{1,20})?|popular( (posts|stories|now|articles))?|trending( (now|stories|articles|topics))?|latest (stories|articles|posts|videos|headlines|from .{1,30})|editor.?s.? (picks?|choice)|other (stories|news|articles)|around the web|from (around|across) the web|also (read|on) .{0,30}|what to read next|read next|up next|don.t miss|top (stories|news|headlines|picks))\W*$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Related();

    [GeneratedRegex(@"^\W*(about (us|this (site|website|publication))|who we are|our mission|impressum|contact us|editorial (policy|standards))\W*$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex AboutUs();
}
