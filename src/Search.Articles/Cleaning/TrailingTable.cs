using Search.Articles.Paragraphs;

namespace Search.Articles.Cleaning;

/// <summary>Finds a list of dates, results or prices that an article ends with: rows of one form, right behind the running text.</summary>
internal static class TrailingTable
{
    private const int MinRows = 5;
    private const int MinWords = 4;
    private const int MaxRowWords = 30;
    private const double MinAlike = 0.75;

    /// <summary>The last block of the article: that of such a list, else <paramref name="last"/>.</summary>
    /// <remarks>One line may stand between, what announces the list. Rows are alike when their first figure is the same word of each.</remarks>
    public static int Extend(string source, IReadOnlyList<TextBlock> blocks, int last)
    {
        for (var announced = 0; announced <= 1; announced++)
        {
            int start = last + 1 + announced, end = start;
            if (announced == 1 && (last + 1 >= blocks.Count || !blocks[last + 1].IsUndecided)) break;
            while (end < blocks.Count && IsRow(source, blocks[end])) end++;
            if (end - start >= MinRows && AreAlike(source, blocks, start, end)) return end - 1;
        }

        return last;
    }

    private static bool IsRow(string source, TextBlock block) =>
        block.IsUndecided && block.Shape(source) is { IsProse: false, Words: >= MinWords and <= MaxRowWords } && FirstFigure(block.Text(source)) >= 0;

    private static bool AreAlike(string source, IReadOnlyList<TextBlock> blocks, int start, int end)
    {
        var places = new Dictionary<int, int>();
        for (int i = start; i < end; i++)
        {
            int place = FirstFigure(blocks[i].Text(source));
            places[place] = places.GetValueOrDefault(place) + 1;
        }

        return places.Values.Max() >= MinAlike * (end - start);
    }

    // Number of the word that is the first figure; -1 without one.
    private static int FirstFigure(string text)
    {
        var number = 0;
        foreach (ReadOnlySpan<char> word in new WordSplitter(text))
        {
            if (char.IsDigit(word[0])) return number;
            number++;
        }

        return -1;
    }
}
