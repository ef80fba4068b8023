using System.Collections.Frozen;
using Search.Articles.Paragraphs;

namespace Search.Articles.Cleaning;

/// <summary>
/// Finds the article among the blocks of a page that was stripped of its markup: the stretch where running text outweighs labels.
/// </summary>
/// <remarks>
/// Each block weighs for or against by its shape alone (<see cref="BlockWeights"/>), and the stretch with the greatest sum is the
/// article (maximum subsequence segmentation, Pasternack and Roth 2009); where the headline is known, a stretch that starts at it
/// and has as much text goes first. A text without signs of a page around it is left as it is.
/// </remarks>
internal static class BodyLocator
{
    private const int MinOutsideLabels = 4;
    private const int MinSigns = 2;
    private const int MinMenuRun = 4;
    private const int MinCopyWords = 12;
    private const double HeadlineShare = 0.5;

    private static readonly FrozenSet<string> PageSigns = new[]
    {
        FurnitureReasons.Navigation, FurnitureReasons.Copyright, FurnitureReasons.ShareBar, FurnitureReasons.LoginPrompt, FurnitureReasons.Consent,
        FurnitureReasons.NewsletterPrompt, FurnitureReasons.Subscription, FurnitureReasons.Comments, FurnitureReasons.SectionLabel,
        FurnitureReasons.AboutUs, FurnitureReasons.NeighbouringArticle,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Discards what lies outside the article and the menus inside it.</summary>
    public static void Apply(string source, IReadOnlyList<TextBlock> blocks)
    {
        int[] weights = BlockWeights.Of(source, blocks);
        (int first, int last) = FindStretch(blocks, weights);
        if (first > last) return;
        if (!IsPage(source, blocks, first, last)) return;
        last = TrailingTable.Extend(source, blocks, last);

        for (var i = 0; i < blocks.Count; i++)
        {
            if (!blocks[i].IsUndecided) continue;
            if (i < first) blocks[i].Discard(FurnitureReasons.BeforeArticle);
            else if (i > last) blocks[i].Discard(FurnitureReasons.AfterArticle);
        }

        DiscardMenus(source, blocks, first, last);
        DiscardCopies(source, blocks);
    }

    private static (int First, int Last) FindStretch(IReadOnlyList<TextBlock> blocks, int[] weights)
    {
        (int best, int first, int last) = FindBest(weights);
        int headline = FindHeadline(blocks);
        if (headline < 0 || headline > last) return (first, last);
        (int sum, int end) = FindBestFrom(weights, headline + 1);
        return sum > 0 && sum >= HeadlineShare * best ? (headline + 1, end) : (first, last);
    }

    private static int FindHeadline(IReadOnlyList<TextBlock> blocks)
    {
        for (int i = blocks.Count - 1; i >= 0; i--)
        {
            if (blocks[i].Role == BlockRole.Header && blocks[i].Reason == HeaderParts.Headline) return i;
        }

        return -1;
    }

    private static (int Sum, int First, int Last) FindBest(int[] weights)
    {
        int best = 0, bestFirst = 0, bestLast = -1, sum = 0, start = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i];
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

        return (best, bestFirst, bestLast);
    }

    private static (int Sum, int Last) FindBestFrom(int[] weights, int start)
    {
        int best = 0, bestLast = -1, sum = 0;
        for (int i = start; i < weights.Length; i++)
        {
            sum += weights[i];
            if (sum > best) (best, bestLast) = (sum, i);
        }

        return (best, bestLast);
    }

    // Labels outside alone are no sign: articles end with results and lists. A page shows itself by what only pages say.
    private static bool IsPage(string source, IReadOnlyList<TextBlock> blocks, int first, int last)
    {
        int labels = 0, signs = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            bool isOutside = i < first || i > last;
            if (blocks[i].Role == BlockRole.Furniture && PageSigns.Contains(blocks[i].Reason!)) signs++;
            if (isOutside && blocks[i].Role is BlockRole.Undecided or BlockRole.Furniture && !blocks[i].Shape(source).IsProse) labels++;
        }

        return labels >= MinOutsideLabels && signs >= MinSigns;
    }

    // Runs of labels between paragraphs: boxes of links. A list that a colon announces or that has list marks is text.
    private static void DiscardMenus(string source, IReadOnlyList<TextBlock> blocks, int first, int last)
    {
        for (int i = first; i <= last;)
        {
            int end = i;
            while (end <= last && IsLabel(source, blocks[end])) end++;
            if (end - i >= MinMenuRun && !IsAnnounced(source, blocks, i) && !IsTable(source, blocks, i, end))
            {
                for (int k = i; k < end; k++)
                {
                    if (blocks[k].IsUndecided) blocks[k].Discard(FurnitureReasons.Navigation);
                }
            }

            i = Math.Max(end, i + 1);
        }
    }

    // Pages repeat captions for each size of a picture and teasers for each size of a screen.
    private static void DiscardCopies(string source, IReadOnlyList<TextBlock> blocks)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (TextBlock block in blocks)
        {
            bool isText = block.Role is BlockRole.Undecided or BlockRole.Caption && block.Shape(source) is { IsProse: true, Words: >= MinCopyWords };
            if (isText && !seen.Add(block.Text(source))) block.Discard(FurnitureReasons.RepeatedOnPage);
        }
    }

    private static bool IsLabel(string source, TextBlock block) =>
        block.Role == BlockRole.Furniture ||
        block.IsUndecided && block.Shape(source) is { IsProse: false, EndsSentence: false, Words: < 14 } && !IsListItem(block.Text(source)) && !Announces(block.Text(source));

    // Dates, prices, results: most lines have figures. Menus have none.
    private static bool IsTable(string source, IReadOnlyList<TextBlock> blocks, int start, int end)
    {
        var figures = 0;
        for (int i = start; i < end; i++)
        {
            if (blocks[i].IsUndecided && blocks[i].Text(source).AsSpan().ContainsAnyInRange('0', '9')) figures++;
        }

        return figures * 2 > end - start;
    }

    private static bool IsListItem(string text) => text[0] is '•' or '-' or '*' or '–' or '·' or '▪' || char.IsDigit(text[0]);

    private static bool IsAnnounced(string source, IReadOnlyList<TextBlock> blocks, int at) =>
        at > 0 && Announces(blocks[at - 1].Text(source));

    private static bool Announces(string text) => text[^1] is ':' or '：';
}
