namespace Search.Articles.Names;

/// <summary>Tells text whose capitals say nothing: headlines in title case or in capitals.</summary>
internal static class HeadingText
{
    private const int LongestHeading = 24;

    /// <summary>Whether nearly all content words of words [first, end) have capitals.</summary>
    public static bool HasUniformCapitals(List<Word> words, int first, int end)
    {
        if (end - first is < 3 or > LongestHeading) return false;
        int capital = 0, small = 0;
        for (int i = first; i < end; i++)
        {
            Word word = words[i];
            if (word.Shape == WordShape.Number) continue;
            bool upper = word.Shape is WordShape.Upper;
            if (!upper && (word.Is(WordClasses.Function) || word.End - word.Start <= 3 && word.Shape == WordShape.Lower)) continue;
            if (word.IsNameLike) capital++;
            else small++;
        }
        return small == 0 ? capital >= 3 && HasOrdinaryWord(words, first, end) : capital >= 6 * small && small <= 1;
    }

    // "Lake Placid Olympic Region" is a name; a heading has ordinary words with capitals.
    private static bool HasOrdinaryWord(List<Word> words, int first, int end)
    {
        var ordinary = 0;
        var content = 0;
        for (int i = first; i < end; i++)
        {
            if (!words[i].IsNameLike) continue;
            content++;
            if (words[i].Is(WordClasses.Common) && !words[i].Is(WordClasses.Title | WordClasses.OrgSuffix)) ordinary++;
        }
        return ordinary * 3 >= content && content >= 4;
    }
}
