namespace Search.Articles.Names;

/// <summary>Finds what is written as a name in one text, and takes titles, demonyms and dates off it.</summary>
/// <remarks>For one text; not thread safe.</remarks>
internal sealed class MentionFinder(string text, List<Word> words, Lexicon lexicon)
{
    private const WordClasses TitleWords = WordClasses.Title | WordClasses.TitlePart;
    private const WordClasses Suffixes = WordClasses.OrgSuffix | WordClasses.PlaceSuffix | WordClasses.OtherSuffix;

    private const int MaxTitleWords = 10;

    private readonly KindEvidence _evidence = new(text, words, lexicon);
    private List<RawMention> _found = [];

    /// <summary>Appends the mentions of words [first, end), in order, not overlapping.</summary>
    public void Find(int first, int end, List<RawMention> found)
    {
        _found = found;
        for (int at = first; at < end;)
        {
            if (QuotedTitle(at, end) is var titleEnd && titleEnd > at)
            {
                Add(at, titleEnd, at);
                at = titleEnd;
                continue;
            }
            if (!RunReader.Starts(words[at]))
            {
                at++;
                continue;
            }
            int runEnd = Math.Min(end, RunReader.EndOf(words, at));
            Split(at, runEnd);
            at = runEnd;
        }
    }

    /// <summary>Exclusive end of the title of a work in quotes that begins at a word; the word itself when none does.</summary>
    private int QuotedTitle(int at, int end)
    {
        if (words[at].Gap != WordGap.Quote || !words[at].IsNameLike) return at;
        var names = 0;
        for (int i = at; i < end && i - at < MaxTitleWords; i++)
        {
            Word word = words[i];
            if (i > at && word.Gap is not (WordGap.Space or WordGap.Comma or WordGap.Ampersand)) return at;
            if (word.IsNameLike) names++;
            else if (word.Shape != WordShape.Number && !word.Is(WordClasses.Function | WordClasses.Particle)) return at;
            if (IsQuoted(word)) return names >= 2 && word.Shape != WordShape.Lower && !word.Is(WordClasses.Function) ? i + 1 : at;
        }
        return at;
    }

    private bool IsQuoted(Word last)
    {
        int after = last.End;
        if (after < text.Length && text[after] is ',' or '.') after++;
        return after < text.Length && text[after] is '"' or '”' or '’' or '\'' or '»';
    }

    private void Split(int first, int end)
    {
        while (end > first && (words[end - 1].Is(WordClasses.Weekday) || words[end - 1].Is(WordClasses.Month) && end - 1 == first)) end--;
        if (end == first) return;
        if (IsShip(first, end))
        {
            Add(first, end, first);
            return;
        }
        int title = LastTitle(first, end);
        if (title >= 0)
            SplitAtTitle(first, title, end);
        else
            SplitName(first, end, first);
    }

    // "the frigate Admiral X", "the Admiral X frigate": ships keep the title of their patron.
    private bool IsShip(int first, int end)
    {
        if (end - first < 2 || !words[first].Is(WordClasses.Title | WordClasses.Noble)) return false;
        if (end < words.Count && words[end].Gap == WordGap.Space && words[end].Is(WordClasses.Vessel) && !words[end - 1].Possessive) return true;
        return first > 0 && words[first].Gap is WordGap.Space or WordGap.Quote && words[first - 1].Is(WordClasses.Vessel);
    }

    /// <summary>The last title in the run that a name follows or that ends it; -1 without one.</summary>
    private int LastTitle(int first, int end)
    {
        if (end - first > 1 && words[end - 1].Is(Suffixes) && !words[end - 1].Is(TitleWords)) return -1;
        for (int i = first; i < end; i++)
        {
            if (words[i].Is(WordClasses.Of) || words[i].Gap == WordGap.Ampersand && i > first) return IsBareTitle(first, i) ? i - 1 : -1;
        }
        for (int i = end - 1; i >= first; i--)
        {
            if (!words[i].Is(WordClasses.Title)) continue;
            if (i == end - 1 && i > first && !IsTitleOnly(first, end)) return -1;
            return i;
        }
        return -1;
    }

    private bool IsBareTitle(int first, int end) => end > first && words[end - 1].Is(WordClasses.Title) && !words[end - 1].Is(WordClasses.OrgHead);

    private bool IsTitleOnly(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (!words[i].Is(TitleWords | WordClasses.Adjective) && !IsDemonym(i)) return false;
        }
        return true;
    }

    private void SplitAtTitle(int first, int title, int end)
    {
        int before = title; // what stands before the title and its parts: "Ukraine" of "Ukraine President X"
        while (before > first && words[before - 1].Is(TitleWords | WordClasses.Compass)) before--;
        if (before > first) SplitName(first, before, first);
        int name = title + 1;
        while (name < end && words[name].Shape == WordShape.Lower) name++; // "President of Russia": the rest is a name of its own
        if (name < end) SplitName(name, end, first);
    }

    private void SplitName(int first, int end, int runFirst)
    {
        int demonymWords = DemonymAt(first, end);
        if (demonymWords > 0)
        {
            int rest = first + demonymWords;
            if (rest == end || DemonymStandsApart(rest, end))
            {
                AddDemonym(first, rest);
                if (rest < end) SplitName(rest, end, rest);
                return;
            }
        }
        else if (end - first > 1 && words[first].Is(WordClasses.Adjective) && words[first + 1].Is(WordClasses.PhraseStart))
        {
            AddDemonym(first, first + 1);
            SplitName(first + 1, end, first + 1);
            return;
        }
        if (end - first == 1 && words[first].Is(WordClasses.Adjective))
        {
            AddDemonym(first, end);
            return;
        }
        if (end - first == 1 && words[first].Is(WordClasses.WeakName | WordClasses.NotFirst)) return;
        int person = PersonAfterPlace(first, end);
        if (person < end)
        {
            Add(first, person, runFirst);
            first = runFirst = person;
        }
        Add(first, end, runFirst);
    }

    // "governor of Primorsky Krai Oleg Kozhemyako": an area's name ends with its noun, and a person's begins behind it.
    private int PersonAfterPlace(int first, int end)
    {
        for (int i = first + 1; i < end - 2; i++)
        {
            if (!words[i].Is(WordClasses.PlaceSuffix) || !words[i].IsNameLike || words[i].Possessive) continue;
            bool person = true;
            for (int j = i + 1; j < end; j++) person &= words[j].Shape is WordShape.Capitalised && !words[j].Is(WordClasses.Common);
            if (person) return i + 1;
        }
        return end;
    }

    private int DemonymAt(int first, int end)
    {
        Phrase? phrase = PhraseMatcher.At(text, words, first, end, lexicon, out int count);
        return phrase is { Kind: PhraseKind.Demonym } ? count : 0;
    }

    private bool IsDemonym(int at) => DemonymAt(at, at + 1) > 0;

    // "Russian Far East", "American John Smith": two things. "Russian Navy", "French Revolution": one name.
    private bool DemonymStandsApart(int rest, int end)
    {
        if (words[rest].Is(WordClasses.GivenName)) return true;
        if (PhraseMatcher.At(text, words, rest, end, lexicon, out int count) is not null && rest + count == end) return true;
        return !words[end - 1].Is(Suffixes) && !words[rest].Is(WordClasses.Common | WordClasses.OrgHead) && end - rest <= 3;
    }

    private void AddDemonym(int first, int end) => _found.Add(Create(first, end) with
        {
            IsDemonym = true,
            WithNoun = NounFollows(end) ? Create(first, end + 1) : null, // "Russian navy" where the collection has "Russian Navy"
        });

    private void Add(int first, int end, int runFirst)
    {
        RawMention mention = Weighed(first, end, runFirst);
        Word head = words[first];
        bool mayBeOrdinary = head.Opening && end - first > 1 && head.Is(WordClasses.Common) && words[first + 1].IsNameLike;
        _found.Add(mayBeOrdinary ? mention with { Rest = Weighed(first + 1, end, first + 1) } : mention);
    }

    private RawMention Weighed(int first, int end, int runFirst)
    {
        RawMention mention = Create(first, end);
        Word head = words[first];
        bool single = end - first == 1;
        bool common = single && head.Is(WordClasses.Common | WordClasses.Function) && head.Shape == WordShape.Capitalised
            && lexicon.Find(mention.Key) is null or { Kind: PhraseKind.Body };
        return mention with
        {
            Scores = _evidence.Of(first, end, runFirst, mention.Key),
            Doubtful = single && head.Opening,
            IsCommonWord = common,
            Adjectival = IsAdjectival(end),
            WithNoun = NounFollows(end) ? Create(first, end + 1) : null,
        };
    }

    private bool NounFollows(int end) =>
        end < words.Count && words[end].Gap == WordGap.Space && words[end].Shape == WordShape.Lower && !words[end - 1].Possessive
        && words[end].Is(WordClasses.OrgSuffix | WordClasses.PlaceSuffix);

    private bool IsAdjectival(int end) =>
        end < words.Count && words[end].Gap == WordGap.Space && !words[end - 1].Possessive
        && (words[end].Shape == WordShape.Lower && words[end].Is(WordClasses.Common) && !words[end].Is(WordClasses.Function | WordClasses.Saying)
            || words[end].IsNameLike && words[end].Is(TitleWords));

    private RawMention Create(int first, int end)
    {
        int start = words[first].Start, length = words[end - 1].End - start;
        string form = Spaces.Single(text.AsSpan(start, length));
        return new RawMention(start, length, form, NameKey.Of(form));
    }
}
