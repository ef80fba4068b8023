namespace Search.Articles.Names;

/// <summary>Finds phrases of the gazetteer in a text.</summary>
internal static class PhraseMatcher
{
    /// <summary>The longest phrase that begins at word <paramref name="at"/> and ends before <paramref name="limit"/>; null when none does.</summary>
    /// <param name="count">Number of its words.</param>
    public static Phrase? At(string text, List<Word> words, int at, int limit, Lexicon lexicon, out int count)
    {
        count = 0;
        if (!words[at].Is(WordClasses.PhraseStart)) return null;
        Phrase? longest = null;
        Span<char> key = stackalloc char[NameKey.MaxLength];
        int most = Math.Min(limit - at, Lexicon.MaxPhraseWords);
        for (var n = 1; n <= most; n++)
        {
            Word last = words[at + n - 1];
            if (n > 1 && (last.Gap != WordGap.Space || words[at + n - 2].Possessive)) break;
            if (!last.IsNameLike) continue;
            int length = NameKey.Write(text.AsSpan(words[at].Start, last.End - words[at].Start), key);
            Phrase? phrase = lexicon.Find(key[..length]);
            if (phrase is null || phrase.UpperOnly && words[at].Shape is WordShape.Capitalised) continue;
            longest = phrase;
            count = n;
        }
        return longest;
    }
}
