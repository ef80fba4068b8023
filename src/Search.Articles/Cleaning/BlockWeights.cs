using System.Text.RegularExpressions;
using Search.Articles.Paragraphs;

namespace Search.Articles.Cleaning;

/// <summary>How much each block of a stripped page speaks for the article (running text) or against it (labels, marks of a page's end).</summary>
internal static partial class BlockWeights
{
    private const int MaxProse = 60;
    private const int ShortSentence = 2;
    private const int Label = -6;

    // Lines with figures are results, prices and dates as often as labels.
    private const int TableRow = -3;

    // Text that ends in dots goes on elsewhere: an article behind a wall, or the summary of another story.
    private const int CutOff = 5;

    // A long table or box inside the article costs no more than this many labels.
    private const int MaxLabelsInRow = 8;

    // Words before a colon that announce a list; the items are text then.
    private const int MinAnnouncement = 4;

    /// <summary>The weights, one a block.</summary>
    public static int[] Of(string source, IReadOnlyList<TextBlock> blocks)
    {
        var weights = new int[blocks.Count];
        var labels = 0;
        var isAnnounced = false;
        for (var i = 0; i < blocks.Count; i++)
        {
            int weight = WeightOf(source, blocks[i]);
            if (weight > ShortSentence && IsCutOff(blocks[i].Text(source))) weight = i > 0 && weights[i - 1] > ShortSentence ? CutOff : 0;
            bool isLabel = weight is Label or TableRow;
            labels = isLabel ? labels + 1 : weight > ShortSentence ? 0 : labels;
            if (weight > ShortSentence) isAnnounced = false;
            weights[i] = isLabel && (isAnnounced || labels > MaxLabelsInRow) ? 0 : weight;
            isAnnounced |= blocks[i].IsUndecided && blocks[i].Shape(source).Words >= MinAnnouncement && blocks[i].Text(source)[^1] == ':';
        }

        return weights;
    }

    private static int WeightOf(string source, TextBlock block)
    {
        if (block.Role == BlockRole.Header) return 0;
        if (block.Role == BlockRole.Furniture) return AgainstBy(source, block);
        TextShape shape = block.Shape(source);
        if (shape.IsProse) return IsSiteText(block.Text(source)) ? Label : Math.Min(shape.IsUnspaced ? shape.Letters / 2 : shape.Words, MaxProse);
        if (shape.EndsSentence || GoesOn(block.Text(source))) return ShortSentence;
        return block.Text(source).AsSpan().ContainsAnyInRange('0', '9') ? TableRow : Label;
    }

    // What marks the end of articles weighs more than other furniture, but not without limit: such boxes stand inside articles too.
    private static int AgainstBy(string source, TextBlock block) => block.Reason switch
    {
        FurnitureReasons.Comments => -60,
        FurnitureReasons.Copyright => -80,
        FurnitureReasons.AboutUs => -40,
        FurnitureReasons.RelatedStories when TailRules.IsRelatedLabel(block.Text(source)) => -30,
        FurnitureReasons.Advertisement or FurnitureReasons.PhotoCredit or FurnitureReasons.Rule or FurnitureReasons.Media or FurnitureReasons.BareAddress => 0,
        _ => Label,
    };

    // What sites say of themselves and their readers' data, in whole sentences.
    private static bool IsSiteText(string text) => SiteText().IsMatch(text);

    // A line that ends with a comma is text that goes on in the next.
    private static bool GoesOn(string text) => text[^1] is ',' or '、' or '，' or '،';

    private static bool IsCutOff(string text) => text.AsSpan().TrimEnd("]) »>") is [.., '.', '.', '.'] or [.., '…'];

    [GeneratedRegex(@"\bcookies\b.*\b(web ?site|browser|experience|consent|cookies|preferences)\b|\b(web ?site|browser|consent)\b.{0,200}\bcookies\b|\byour (e-?mail address|personal (data|information))\b.*\b(published|privacy|policy|consent)\b|\bprivacy policy\b.*\bterms of (use|service)\b|\breCAPTCHA\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.TimeoutMs)]
    private static partial Regex SiteText();
}
