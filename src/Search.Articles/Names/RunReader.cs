namespace Search.Articles.Names;

/// <summary>Finds the longest stretch of words that may be one name: capitalised words and the small words between them.</summary>
internal static class RunReader
{
    /// <summary>More words than this are a heading or a list, not a name.</summary>
    private const int MaxRunWords = 12;

    private const WordClasses Date = WordClasses.Month | WordClasses.Weekday;
    private const WordClasses Heads = WordClasses.OrgHead | WordClasses.PlaceHead | WordClasses.OtherHead | WordClasses.Noble;
    private const WordClasses Suffixes = WordClasses.OrgSuffix | WordClasses.PlaceSuffix;

    /// <summary>Whether a name, or a title before one, may begin with this word.</summary>
    public static bool Starts(List<Word> words, int at)
    {
        Word word = words[at];
        if (!word.IsNameLike || word.Is(Date)) return false;
        if (!word.Is(WordClasses.Function)) return true;
        if (word.Shape == WordShape.Upper) return word.End - word.Start > 1 && word.Is(WordClasses.PhraseStart);
        if (word.Shape == WordShape.Initial && word.Dotted) return true;
        // An article with a capital within a sentence belongs to the name behind it: "the band The Used".
        return word.Is(WordClasses.Article) && !word.Opening && word.Gap == WordGap.Space
            && at + 1 < words.Count && words[at + 1].Gap == WordGap.Space && words[at + 1].IsNameLike && !words[at + 1].Is(WordClasses.Function | Date);
    }

    /// <summary>Exclusive end of the run that begins at <paramref name="first"/>.</summary>
    public static int EndOf(List<Word> words, int first)
    {
        int end = first + 1;
        while (end < words.Count && end - first < MaxRunWords)
        {
            int next = Continues(words, first, end) ? end : AfterConnector(words, first, end);
            if (next < 0) break;
            end = next + 1;
        }
        return end;
    }

    /// <summary>The start of a run with the ordinal number before it, where a body's name ends the run: the 65th Air Division.</summary>
    public static int WithOrdinal(List<Word> words, int limit, int first, int end)
    {
        if (first <= limit || words[first].Gap != WordGap.Space || !words[end - 1].Is(WordClasses.OrgSuffix)) return first;
        Word number = words[first - 1];
        return number.Shape == WordShape.Number && number.End - number.Start is >= 3 and <= 5 && number.Classes == WordClasses.Ordinal ? first - 1 : first;
    }

    private static bool Continues(List<Word> words, int first, int at)
    {
        Word word = words[at], before = words[at - 1];
        if (before.Possessive && !OwnerIsPartOfName(words, first, at)) return false;
        if (word.Gap == WordGap.Ampersand) return word.IsNameLike && IsPartnership(words, first, at);
        if (word.Gap != WordGap.Space) return false;
        if (!word.IsNameLike) return word.Shape == WordShape.Number && NumberBelongs(words, at);
        if (word.Is(Date)) return before.Is(WordClasses.GivenName) && !word.Is(WordClasses.Weekday);
        if (!word.Is(WordClasses.Function)) return true;
        return word.Shape switch
        {
            WordShape.Upper => !before.Is(WordClasses.Function),
            WordShape.Initial => word.Dotted || words[first].Is(WordClasses.Noble | WordClasses.GivenName) || before.Is(WordClasses.OtherSuffix),
            _ => false,
        };
    }

    // Johnson & Johnson, Trinity & All Saints; but "David Christison & Lee Tate" are two.
    private static bool IsPartnership(List<Word> words, int first, int at)
    {
        if (words[at].Is(WordClasses.GivenName) && at + 1 < words.Count && words[at + 1].IsNameLike && words[at + 1].Gap == WordGap.Space) return false;
        return at - first == 1 || !words[first].Is(WordClasses.GivenName) && at - first <= 3;
    }

    // Queen's University, People's Republic: the owner is part of the name when the name of a body or a building follows at once.
    private static bool OwnerIsPartOfName(List<Word> words, int first, int at)
    {
        if (at - first > 1 || words[first].Is(WordClasses.PhraseStart | WordClasses.GivenName)) return false;
        Word word = words[at];
        return word.IsNameLike && word.Is(Suffixes) && !word.Is(WordClasses.OrgHead | WordClasses.Title)
            || words[first].Is(WordClasses.Common) && word.Is(WordClasses.PlaceHead | WordClasses.OrgSuffix);
    }

    // BBC Radio 1, Apollo 11: a small number at the end, where no counted noun follows.
    private static bool NumberBelongs(List<Word> words, int at)
    {
        Word number = words[at];
        if (number.End - number.Start > 2) return false;
        bool nounFollows = at + 1 < words.Count && words[at + 1].Gap is WordGap.Space or WordGap.Hyphen;
        return !nounFollows || words[at + 1].IsNameLike || words[at + 1].Is(WordClasses.Function);
    }

    /// <summary>The name-like word behind a connector at <paramref name="at"/> that belongs to the run; -1 when the run ends.</summary>
    private static int AfterConnector(List<Word> words, int first, int at)
    {
        Word connector = words[at];
        if (connector.Shape != WordShape.Lower || connector.Gap != WordGap.Space || words[at - 1].Possessive) return -1;
        int next = at + 1;
        if (next >= words.Count || words[next].Gap != WordGap.Space) return -1;
        if (connector.Is(WordClasses.Particle) && !connector.Is(WordClasses.Function))
        {
            if (words[next].Shape == WordShape.Lower && words[next].Is(WordClasses.Particle) && next + 1 < words.Count) next++;
            return Starts(words, next) && words[next].Gap == WordGap.Space ? next : -1;
        }
        return connector.Is(WordClasses.Function) ? AfterPreposition(words, first, at, next) : -1;
    }

    private static int AfterPreposition(List<Word> words, int first, int at, int next)
    {
        Word connector = words[at], before = words[at - 1];
        bool headed = words[first].Is(Heads) || before.Is(Heads) && !before.Is(WordClasses.Title);
        if (connector.Is(WordClasses.Of))
        {
            if (!headed || !TakesComplement(words, first, at)) return -1;
            if (words[next].Is(WordClasses.Function) && !words[next].IsNameLike && next + 1 < words.Count) next++; // of the
            return words[next].IsNameLike && !words[next].Is(WordClasses.Function | Date) && words[next].Gap == WordGap.Space ? next : -1;
        }
        if (!Starts(words, next) || !words[next].Is(WordClasses.Common)) return -1;
        if (connector.Is(WordClasses.For)) return before.Is(WordClasses.OrgHead) ? next : -1; // Institute for Supply Management
        if (!connector.Is(WordClasses.And) || !before.Is(WordClasses.Common)) return -1;
        bool insideBody = at - first >= 2 && words[first].Is(WordClasses.OrgHead); // Department of Health and Human Services
        return insideBody || IsTwofoldBody(words, first, at, next) ? next : -1;
    }

    // "Food and Drug Administration": ordinary words on both sides, and a body's noun at the end.
    private static bool IsTwofoldBody(List<Word> words, int first, int at, int next)
    {
        for (int i = first; i < at; i++)
        {
            bool closed = i > first && words[i].Is(WordClasses.OrgSuffix | WordClasses.PlaceSuffix); // a name of its own stands before "and"
            if (closed || !words[i].Is(WordClasses.Common) || words[i].Is(WordClasses.GivenName | WordClasses.Title)) return false;
        }
        int last = next;
        while (last + 1 < words.Count && last - next < MaxRunWords && words[last + 1].Gap == WordGap.Space && words[last + 1].IsNameLike
            && !words[last].Possessive && !words[last + 1].Is(WordClasses.Function)) last++;
        return last > next && words[last].Is(WordClasses.OrgSuffix) && words[next].Is(WordClasses.Common);
    }

    // "Chittoor District of X" is a place in a place: only a bare noun, or a body's, is completed by "of".
    private static bool TakesComplement(List<Word> words, int first, int at) =>
        at - first == 1 || words[first].Is(Heads) || words[at - 1].Is(WordClasses.OrgHead | WordClasses.OtherHead);
}
