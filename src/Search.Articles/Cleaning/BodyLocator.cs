using Search.Articles.Paragraphs;

namespace Search.Articles.Cleaning;

/// <summary>
/// Finds the article among the blocks of a page that was stripped of its markup: the stretch where running text outweighs labels.
/// </summary>
/// <remarks>
/// Each block weighs for or against by its shape alone, and the stretch with the greatest sum is the article (maximum subsequence
/// segmentation, Pasternack and Roth 2009). A text without signs of a page around it is left as it is.
/// </remarks>
internal static class BodyLocator
{
    private const int MaxProseWeight = 60;
    private const int LabelWeight = -6;
    private const int MinOutsideLabels = 4;
    private const int MinMenuRun = 4;

    /// <summary>Discards what lies outside the article and the menus inside it.</summary>
    public static void Apply(string source, IReadOnlyList<TextBlock> blocks)
    {
        (int first, int last) = FindBest(source, blocks);
        if (first > last) return;
        bool isPage = CountOutside(source, blocks, first, last) >= MinOutsideLabels;
        if (!isPage) return;

        for (var i = 0; i < blocks.Count; i++)
        {
            if (!blocks[i].IsUndecided) continue;
            if (i < first) blocks[i].Discard(FurnitureReasons.BeforeArticle);
            else if (i > last) blocks[i].Discard(FurnitureReasons.AfterArticle);
        }

        DiscardMenus(source, blocks, first, last);
    }

    private static (int First, int Last) FindBest(string source, IReadOnlyList<TextBlock> blocks)
    {
        int best = 0, bestFirst = 0, bestLast = -1, sum = 0, start = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            sum += Weight(source, blocks[i]);
            if (sum <= 0)
            {
                sum = 0;
                start = i + 1;
            }
            else if (sum > best)
            {
                (best, bestFirst, bestLast) = (sum, start, i);
            }
        }

        return (bestFirst, bestLast);
    }

    private static int Weight(string source, TextBlock block)
    {
        TextShape shape = block.Shape(source);
        return block.Role switch
        {
            BlockRole.Header => 0,
            BlockRole.Furniture => LabelWeight,
            _ when shape.IsProse => Math.Min(shape.IsUnspaced ? shape.Letters / 2 : shape.Words, MaxProseWeight),
            _ when shape.EndsSentence => 2,
            _ => LabelWeight,
        };
    }

    private static int CountOutside(string source, IReadOnlyList<TextBlock> blocks, int first, int last)
    {
        var count = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            bool isOutside = i < first || i > last;
            if (isOutside && blocks[i].Role is BlockRole.Undecided or BlockRole.Furniture && !blocks[i].Shape(source).IsProse) count++;
        }

        return count;
    }

    // Runs of labels between paragraphs: boxes of links. A list that a colon announces or that has list marks is text.
    private static void DiscardMenus(string source, IReadOnlyList<TextBlock> blocks, int first, int last)
    {
        for (int i = first; i <= last;)
        {
            int end = i;
            while (end <= last && IsLabel(source, blocks[end])) end++;
            if (end - i >= MinMenuRun && !IsAnnounced(source, blocks, i))
            {
                for (int k = i; k < end; k++)
                {
                    if (blocks[k].IsUndecided) blocks[k].Discard(FurnitureReasons.Navigation);
                }
            }

            i = Math.Max(end, i + 1);
        }
    }

    private static bool IsLabel(string source, TextBlock block) =>
        block.Role == BlockRole.Furniture ||
        block.IsUndecided && block.Shape(source) is { IsProse: false, EndsSentence: false } && !IsListItem(block.Text(source));

    private static bool IsListItem(string text) => text[0] is '•' or '-' or '*' or '–' or '·' or '▪' || char.IsDigit(text[0]);

    private static bool IsAnnounced(string source, IReadOnlyList<TextBlock> blocks, int at) =>
        at > 0 && blocks[at - 1].Text(source) is { Length: > 0 } before && before[^1] == ':';
}
