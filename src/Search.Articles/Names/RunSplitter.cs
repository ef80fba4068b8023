namespace Search.Articles.Names;

/// <summary>Takes titles, demonyms and dates off a run of capitalised words and parts names that merely touch.</summary>
/// <remarks>For one text; not thread safe.</remarks>
internal sealed class RunSplitter(string text, List<Word> words, Lexicon lexicon)
{
    private const WordClasses TitleWords = WordClasses.Title | WordClasses.TitlePart;
    private const WordClasses Suffixes = WordClasses.OrgSuffix | WordClasses.PlaceSuffix | WordClasses.OtherSuffix;
    private const WordClasses PlaceStarts = WordClasses.PlacePrefix | WordClasses.Compass | WordClasses.PlaceHead;

    private readonly List<RunPiece> _pieces = [];

    /// <summary>The names in words [first, end), in order; the list is good until the next call.</summary>
    public List<RunPiece> Split(int first, int end)
    {
        _pieces.Clear();
        while (end > first && (words[end - 1].Is(WordClasses.Weekday) || words[end - 1].Is(WordClasses.Month) && end - 1 == first)) end--;
        while (first < end && words[first].Is(WordClasses.The) && PhraseMatcher.At(text, words, first + 1, end, lexicon, out _) is { IsPlace: true }) first++;
        if (end == first) return _pieces;
        if (IsShip(first, end))
        {
            _pieces.Add(new RunPiece(first, end, first));
            return _pieces;
        }
        int title = LastTitle(first, end);
        if (title >= 0) SplitAtTitle(first, title, end);
        else SplitName(first, end, first);
        return _pieces;
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
            if (!IsTitle(i, end)) continue;
            return i == end - 1 && i > first && !IsTitleOnly(first, end) ? -1 : i;
        }
        return -1;
    }

    // Roles serve as titles before a given name ("Engineer John Greiner"), noble titles before a full name ("Prince Tarek Bolund").
    private bool IsTitle(int at, int end)
    {
        Word word = words[at];
        if (word.Is(WordClasses.Title)) return true;
        if (at + 1 >= end) return false;
        if (!words[at + 1].Is(WordClasses.GivenName)) // "Rapper Eminem" at the start of a sentence
            return word.Opening && word.Is(WordClasses.Role) && !words[at + 1].Is(WordClasses.Common | Suffixes) && words[at + 1].Gap == WordGap.Space;
        if (word.Is(WordClasses.Noble)) return at + 2 < end && words[at + 2].Shape is WordShape.Capitalised or WordShape.Mixed;
        return word.Is(WordClasses.Role) && !word.Is(WordClasses.GivenName);
    }

    private bool IsBareTitle(int first, int end) => end > first && words[end - 1].Is(WordClasses.Title) && !words[end - 1].Is(WordClasses.OrgHead);

    private bool IsTitleOnly(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (!words[i].Is(TitleWords | WordClasses.Adjective) && DemonymAt(i, i + 1) == 0) return false;
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
        if (name >= end) return;
        int person = name == title + 1 ? name : GivenNameAfter(name, end); // "Chancellor of the Exchequer Gordon Brown"
        if (person > name) SplitName(name, person, name);
        SplitName(person, end, first);
    }

    private int GivenNameAfter(int first, int end)
    {
        for (int i = first + 1; i < end - 1; i++)
        {
            if (words[i].Is(WordClasses.GivenName) && !words[i].Is(WordClasses.Common)) return i;
        }
        return first;
    }

    private void SplitName(int first, int end, int runFirst)
    {
        int demonym = DemonymAt(first, end);
        bool adjective = demonym == 0 && words[first].Is(WordClasses.Adjective) && IsAdjectiveApart(first, end);
        if (demonym > 0 || adjective)
        {
            int rest = first + Math.Max(demonym, 1);
            if (rest == end || adjective || DemonymStandsApart(rest, end))
            {
                _pieces.Add(new RunPiece(first, rest, first, IsDemonym: true));
                if (rest < end) SplitName(rest, end, rest);
                return;
            }
        }
        if (IsNoName(first, end)) return;
        int cut = Cut(first, end);
        if (cut < end)
        {
            if (!AllCommon(first, cut)) _pieces.Add(new RunPiece(first, cut, runFirst));
            SplitName(cut, end, cut);
            return;
        }
        _pieces.Add(new RunPiece(first, end, runFirst));
    }

    private int DemonymAt(int first, int end)
    {
        Phrase? phrase = PhraseMatcher.At(text, words, first, end, lexicon, out int count);
        return phrase is { Kind: PhraseKind.Demonym } ? count : 0;
    }

    private bool IsAdjectiveApart(int first, int end) =>
        end - first == 1
        || words[first + 1].Is(WordClasses.PhraseStart) && PhraseMatcher.At(text, words, first, end, lexicon, out int count) is null && count == 0;

    // "Russian Far East", "American John Smith": two things. "Russian Navy", "French Revolution": one name.
    private bool DemonymStandsApart(int rest, int end)
    {
        if (words[rest].Is(WordClasses.GivenName) || words[rest - 1].Possessive) return true;
        if (PhraseMatcher.At(text, words, rest, end, lexicon, out int count) is not null && rest + count == end) return true;
        return !words[end - 1].Is(Suffixes) && !words[rest].Is(WordClasses.Common | WordClasses.OrgHead) && end - rest <= 3;
    }

    /// <summary>Where a second name begins within words [first, end); end when there is one only.</summary>
    private int Cut(int first, int end)
    {
        for (int i = first + 1; i < end; i++)
        {
            if (!words[i].IsNameLike || words[i].Gap != WordGap.Space) continue;
            // "Tower Man George Hauser", "New drones Russian ...": ordinary words at the start are no part of a person's name.
            bool person = i < end - 1 && words[i].Is(WordClasses.GivenName) && !words[i].Is(WordClasses.Common | WordClasses.PhraseStart)
                && AllCommon(first, i) && !words[i - 1].Is(PlaceStarts | WordClasses.Noble) && !words[end - 1].Is(Suffixes);
            if (person || i < end - 1 && IsPersonAfterPlace(i, end) || IsPlaceAfterAdjective(first, i, end)) return i;
        }
        return end;
    }

    // "governor of Primorsky Krai Oleg Kozhemyako": an area's name ends with its noun, and a person's begins behind it.
    private bool IsPersonAfterPlace(int at, int end)
    {
        if (!words[at - 1].Is(WordClasses.PlaceSuffix) || at < 2 || words[at - 1].Gap != WordGap.Space || !words[at - 1].IsNameLike) return false;
        for (int j = at; j < end; j++)
        {
            if (words[j].Shape is not WordShape.Capitalised || words[j].Is(WordClasses.Common)) return false;
        }
        return true;
    }

    // "Zemblan Far East": an unknown word that is formed like a demonym, before a place of the lists.
    private bool IsPlaceAfterAdjective(int first, int at, int end)
    {
        Word adjective = words[first];
        if (at != first + 1 || adjective.Is(WordClasses.Common | WordClasses.GivenName | PlaceStarts | WordClasses.Article)) return false;
        if (!LearnedDemonyms.HasEnding(text.AsSpan(adjective.Start, adjective.End - adjective.Start))) return false;
        return PhraseMatcher.At(text, words, at, end, lexicon, out int count) is { IsPlace: true } && at + count == end;
    }

    // "the MPs", "a Registered Historic Place", "his Deputy".
    private bool IsNoName(int first, int end)
    {
        Word head = words[first];
        if (end - first == 1 && (head.Is(WordClasses.WeakName | WordClasses.NotFirst) || IsPluralOfCapitals(head))) return true;
        return first > 0 && head.Gap == WordGap.Space && words[first - 1].Shape == WordShape.Lower
            && words[first - 1].Is(WordClasses.Article) && !words[first - 1].Is(WordClasses.The) && AllCommon(first, end);
    }

    private bool IsPluralOfCapitals(Word word)
    {
        ReadOnlySpan<char> letters = text.AsSpan(word.Start, word.End - word.Start);
        return word.Shape == WordShape.Mixed && letters.Length <= 5 && letters[^1] == 's' && !letters[..^1].ContainsAnyInRange('a', 'z');
    }

    private bool AllCommon(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (!words[i].Is(WordClasses.Common | WordClasses.Function) || words[i].Is(WordClasses.GivenName | WordClasses.PhraseStart)) return false;
        }
        return true;
    }
}
