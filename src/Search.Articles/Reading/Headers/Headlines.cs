using Search.Articles.Paragraphs;

namespace Search.Articles.Reading.Headers;

/// <summary>Finds the headline among the blocks above the first running text. A first sentence is no headline.</summary>
internal static class Headlines
{
    private const int SmallZone = 8;
    private const int NearText = 12;
    private const int MinWords = 3;
    private const double VariantOverlap = 0.8;

    /// <summary>Index of the headline's block; -1 when the text has none.</summary>
    /// <param name="zone">Number of blocks above the first running text.</param>
    /// <param name="title">The headline as the page's title gives it; null without one.</param>
    public static int Find(string source, IReadOnlyList<TextBlock> blocks, int zone, string? title)
    {
        if (title is not null)
        {
            for (int i = zone - 1; i >= 0; i--)
            {
                if (IsCandidate(source, blocks[i], 1) && IsVariant(blocks[i].Text(source), title)) return i;
            }
        }

        if (FindRepeated(source, blocks, zone) is var repeated and >= 0) return repeated;
        if (Count(source, blocks, zone) <= SmallZone)
        {
            for (var i = 0; i < zone; i++)
            {
                if (IsCandidate(source, blocks[i], MinWords)) return i;
            }

            return -1;
        }

        return FindLongest(source, blocks, zone);
    }

    /// <summary>Whether a block can be a headline: one line without a full stop, long enough to say something.</summary>
    public static bool IsHeadlineShape(string text, TextShape shape) =>
        shape.Words <= 25 && shape.Length <= 200 && !shape.EndsWithFullStop && SentenceSplitter.Starts(text).Count <= 2;

    /// <summary>Whether two lines are the same headline but for some words.</summary>
    public static bool IsVariant(string left, string right)
    {
        HashSet<string> a = Words(left), b = Words(right);
        if (a.Count < MinWords || b.Count < MinWords) return string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
        if (!Figures(a).SetEquals(Figures(b))) return false; // rows of a table are alike but for their figures
        var shared = 0;
        foreach (string word in a)
        {
            if (b.Contains(word)) shared++;
        }

        return shared >= VariantOverlap * Math.Min(a.Count, b.Count) && shared * 3 >= 2 * Math.Max(a.Count, b.Count);
    }

    private static bool IsCandidate(string source, TextBlock block, int minWords)
    {
        if (!block.IsUndecided) return false;
        TextShape shape = block.Shape(source);
        bool isLongEnough = shape.Words >= minWords || shape.IsUnspaced && shape.Letters >= 6;
        return isLongEnough && IsHeadlineShape(block.Text(source), shape);
    }

    private static int FindRepeated(string source, IReadOnlyList<TextBlock> blocks, int zone)
    {
        for (int i = zone - 1; i > 0; i--)
        {
            if (!IsCandidate(source, blocks[i], MinWords + 1)) continue;
            for (int k = i - 1; k >= Math.Max(0, i - NearText); k--)
            {
                if (IsCandidate(source, blocks[k], MinWords + 1) && IsVariant(blocks[k].Text(source), blocks[i].Text(source))) return k;
            }
        }

        return -1;
    }

    private static int FindLongest(string source, IReadOnlyList<TextBlock> blocks, int zone)
    {
        int best = -1, bestWords = MinWords;
        for (int i = zone - 1; i >= Math.Max(0, zone - NearText); i--)
        {
            if (!IsCandidate(source, blocks[i], MinWords + 1) || blocks[i].Shape(source).Words <= bestWords) continue;
            best = i;
            bestWords = blocks[i].Shape(source).Words;
        }

        return best;
    }

    private static int Count(string source, IReadOnlyList<TextBlock> blocks, int zone)
    {
        var count = 0;
        for (var i = 0; i < zone; i++)
        {
            if (blocks[i].IsUndecided && blocks[i].Shape(source).Words > 0) count++;
        }

        return count;
    }

    private static HashSet<string> Figures(HashSet<string> words) =>
        words.Where(word => char.IsDigit(word[0])).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (ReadOnlySpan<char> word in new WordSplitter(text)) words.Add(word.ToString());
        return words;
    }
}
