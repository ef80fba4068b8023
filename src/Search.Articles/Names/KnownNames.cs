namespace Search.Articles.Names;

/// <summary>Finds names that are known already: from the running text of the article, or from the gazetteer; and what may be one.</summary>
internal sealed class KnownNames(IReadOnlyDictionary<string, RawMention> known, Lexicon lexicon)
{
    private const int MaxWords = 6;

    /// <summary>Appends the known names, and doubtful ones, among words [first, end) of a text whose own capitals say nothing.</summary>
    public void Find(string text, List<Word> words, int first, int end, List<RawMention> found)
    {
        for (int at = first; at < end;)
        {
            RawMention? mention = words[at].IsNameLike ? Longest(text, words, at, end, out int count) : Nothing(out count);
            mention ??= Possible(text, words, at, end, ref count);
            if (mention is not null) found.Add(mention);
            at += count;
        }
    }

    private static RawMention? Nothing(out int count)
    {
        count = 1;
        return null;
    }

    /// <summary>Words that are no English words: a name where the collection knows one like it from running text.</summary>
    private static RawMention? Possible(string text, List<Word> words, int at, int end, ref int count)
    {
        if (count > 1 || !MayBeName(words[at])) return null;
        while (count < MaxWords && at + count < end && MayBeName(words[at + count]) && IsUnbroken(words, at, count + 1)) count++;
        return Create(text, words[at].Start, words[at + count - 1].End) with { Doubtful = true };
    }

    private static bool MayBeName(Word word) =>
        word.IsNameLike && word.Shape != WordShape.Initial
        && !word.Is(WordClasses.Common | WordClasses.Function | WordClasses.Month | WordClasses.Weekday | WordClasses.Adjective | WordClasses.Title | WordClasses.WeakName);

    private RawMention? Longest(string text, List<Word> words, int at, int end, out int count)
    {
        Phrase? phrase = PhraseMatcher.At(text, words, at, end, lexicon, out int phraseWords);
        for (int n = Math.Min(MaxWords, end - at); n > phraseWords; n--)
        {
            Word last = words[at + n - 1];
            if (!last.IsNameLike || !IsUnbroken(words, at, n)) continue;
            RawMention mention = Create(text, words[at].Start, last.End);
            if (!known.TryGetValue(mention.Key, out RawMention? like) || like.IsCommonWord) continue;
            count = n;
            return mention with { IsDemonym = like.IsDemonym };
        }
        count = Math.Max(1, phraseWords);
        if (phrase is null || phrase.Kind == PhraseKind.Body && words[at].Is(WordClasses.Common) && phraseWords == 1) return null;
        return Create(text, words[at].Start, words[at + count - 1].End) with { IsDemonym = phrase.Kind == PhraseKind.Demonym };
    }

    private static bool IsUnbroken(List<Word> words, int at, int count)
    {
        for (int i = at + 1; i < at + count; i++)
        {
            if (words[i].Gap is not (WordGap.Space or WordGap.Ampersand) || words[i - 1].Possessive) return false;
        }
        return true;
    }

    private static RawMention Create(string text, int start, int end)
    {
        string form = Spaces.Single(text.AsSpan(start, end - start));
        return new RawMention(start, end - start, form, NameKey.Of(form)) { FromHeading = true };
    }
}
