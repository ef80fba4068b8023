namespace Search.Articles.Names;

/// <summary>Weighs the words in and around a name for what it names.</summary>
/// <remarks>
/// The weights are set by hand: 6 decides alone, 3 to 4 decides when nothing speaks against it, 1 to 2 tips the balance.
/// </remarks>
internal readonly struct KindEvidence(string text, List<Word> words, Lexicon lexicon)
{
    private const int TellingWords = 7;

    /// <summary>Evidence for the name of words [first, end) in the run of words that begins at <paramref name="runFirst"/>.</summary>
    public KindScores Of(int first, int end, int runFirst, string key) =>
        Listed(first, end, key) + Inside(first, end) + Before(first, end, runFirst) + After(first, end);

    private KindScores Listed(int first, int end, string key)
    {
        Phrase? phrase = lexicon.Find(key);
        if (phrase is { UpperOnly: true } && words[first].Shape is not (WordShape.Upper or WordShape.Mixed)) phrase = null;
        return phrase?.Kind switch
        {
            PhraseKind.Country => new KindScores(0, 0, 8, 0),
            PhraseKind.Region => new KindScores(0, 0, 6, 0),
            PhraseKind.City => new KindScores(0, 0, 5, 0),
            PhraseKind.Body => new KindScores(0, 8, 0, 0),
            _ => default,
        };
    }

    private KindScores Inside(int first, int end)
    {
        Word head = words[first], last = words[end - 1];
        int count = end - first, person = 0, organization = 0, place = 0, other = 0;
        bool hasSuffix = false;
        if (count > 1)
        {
            if (last.Is(WordClasses.OrgSuffix)) organization += 5;
            if (last.Is(WordClasses.PlaceSuffix)) place += 5;
            if (last.Is(WordClasses.OtherSuffix)) other += 5;
            hasSuffix = organization + place + other > 0;
            if (!hasSuffix && head.Is(WordClasses.PlacePrefix | WordClasses.Compass) && count <= 3) place += 3;
        }
        int of = IndexOfConnector(first, end);
        if (of > 0)
        {
            Word before = words[of - 1];
            if (before.Is(WordClasses.OrgHead)) organization += 6;
            else if (before.Is(WordClasses.PlaceHead)) place += 5;
            else if (before.Is(WordClasses.Noble)) person += 4;
            if (before.Is(WordClasses.OtherHead)) other += 5;
            hasSuffix = true;
        }
        for (int i = first; i < end; i++)
        {
            if (words[i].Gap == WordGap.Ampersand && i > first) organization += 3;
            if (words[i].HasDigit) other += 2;
        }
        if (!hasSuffix) person += PersonShape(first, end);
        if (count > 1 && !hasSuffix && head.Is(WordClasses.OrgPrefix)) organization += 4;
        if (count == 1 && head.Is(WordClasses.OrgSuffix | WordClasses.OrgHead)) organization += 3;
        if (count == 1 && head.Shape == WordShape.Upper && head.End - head.Start is >= 2 and <= 6) organization += 4;
        return new KindScores(person, organization, place, other);
    }

    private int PersonShape(int first, int end)
    {
        int count = end - first;
        Word head = words[first];
        if (count == 1) return head.Is(WordClasses.GivenName) ? 2 : 0;
        if (count > 5) return 0;
        var initials = 0;
        var unknown = 0;
        for (int i = first; i < end; i++)
        {
            if (words[i].Shape == WordShape.Initial && i < end - 1) initials++;
            if (words[i].IsNameLike && !words[i].Is(WordClasses.Common) && words[i].Shape != WordShape.Upper) unknown++;
        }
        int score = initials > 0 ? 3 : 0;
        if (head.Is(WordClasses.GivenName)) score += 4;
        if (head.Is(WordClasses.Noble)) score += 3;
        if (unknown >= Math.Min(count, 2) && count <= 4) score += 2;
        return score;
    }

    private KindScores Before(int first, int end, int runFirst)
    {
        int person = 0, organization = 0, place = 0, other = 0;
        if (runFirst < first && words[first - 1].Is(WordClasses.Title)) person += 6;
        int at = runFirst - 1;
        if (at < 0 || words[runFirst].Gap is not (WordGap.Space or WordGap.Quote)) return new KindScores(person, 0, 0, 0);
        bool quoted = words[runFirst].Gap == WordGap.Quote;
        bool the = words[at].Is(WordClasses.The);
        if (the && at > 0 && words[at].Gap == WordGap.Space) at--;
        Word before = words[at];
        if (quoted) other += IsTitle(first, end) ? 6 : 2;
        if (before.Shape == WordShape.Lower || before.Opening)
        {
            if (before.Is(WordClasses.Role) && !the) person += 4;
            if (before.Is(WordClasses.OrgBefore)) organization += 3;
            if (before.Is(WordClasses.OtherBefore) || before.Is(WordClasses.Vessel)) other += 4;
            if (before.Is(WordClasses.Saying) && !before.Is(WordClasses.VisitNoun)) person++;
            if (before.Is(WordClasses.Bordering)) place += 3;
            if (at > 0 && words[at - 1].Is(WordClasses.OrgOfNoun) && before.Is(WordClasses.Of | WordClasses.For | WordClasses.PlaceBefore | WordClasses.ToFrom))
                organization += 3;
            else if (before.Is(WordClasses.PlaceBefore)) place += the ? 2 : 3;
            else if (before.Is(WordClasses.ToFrom)) place += ToOrFrom(at);
            if (before.Is(WordClasses.Of) && at > 0) place += OfNoun(words[at - 1]);
        }
        if (the && end - first == 1)
        {
            person -= 1;
            // "the Falcons": a team or a people.
            if (text[words[first].End - 1] == 's' && words[first].Shape == WordShape.Capitalised) organization += 2;
        }
        return new KindScores(person, organization, place, other);
    }

    // Several words in quotes, small ones among them or none: the title of a work.
    private bool IsTitle(int first, int end) =>
        end - first > 1 && words[end - 1].End < text.Length && text[words[end - 1].End] is '"' or '”' or '’' or '\'' or '»' or ',' or '.';

    private int ToOrFrom(int at) => at > 0 && words[at - 1].Is(WordClasses.VisitNoun) ? 3 : 1;

    private static int OfNoun(Word noun) => noun.Is(WordClasses.PlaceOfNoun) ? 4 : noun.Is(WordClasses.VisitNoun) ? 3 : 0;

    private KindScores After(int first, int end)
    {
        int person = 0, organization = 0, place = 0, other = 0;
        if (end >= words.Count) return default;
        Word after = words[end];
        KindScores told = Told(end);
        if (told != default) return told;
        bool possessive = words[end - 1].Possessive;
        if (after.Gap == WordGap.Space && !possessive && after.Shape == WordShape.Lower)
        {
            if (after.Is(WordClasses.Saying))
            {
                // News gives people in full first: one word alone that says something may as well be a body.
                person += end - first > 1 ? 2 : 1;
                organization += end - first > 1 ? 0 : 1;
            }
            if (after.Is(WordClasses.Role | WordClasses.OrgOfNoun)) organization += 2;
            if (after.Is(WordClasses.Relative)) person += 3;
            if (after.Is(WordClasses.PlaceAfter)) place += 4;
            if (after.Is(WordClasses.OrgAfter)) organization += 2;
            if (after.Is(WordClasses.OtherAfter) || after.Is(WordClasses.Vessel)) other += 4;
        }
        else if (after.Gap == WordGap.Comma)
        {
            if (after.Is(WordClasses.Relative)) person += 3;
            if (after.Shape == WordShape.Number && after.End - after.Start == 2) person += 2; // an age
            place += CommaPlace(end);
        }
        else if (after.Gap == WordGap.OpenBracket)
        {
            if (after.Shape == WordShape.Number && after.End - after.Start == 4 || after.Is(WordClasses.Saying)) person += 2;
        }
        return new KindScores(person, organization, place, other);
    }

    // "X is a village", "X was an American actor", "X, a band from Y": the first telling noun behind the article.
    private KindScores Told(int end)
    {
        bool copula = words[end].Is(WordClasses.Be) && words[end].Gap == WordGap.Space;
        int at = copula ? end + 1 : end;
        if (!copula && words[end].Gap != WordGap.Comma || at >= words.Count || words[at].Shape != WordShape.Lower) return default;
        if (!words[at].Is(WordClasses.Article)) return default;
        int limit = Math.Min(words.Count, at + TellingWords);
        for (int i = at + 1; i < limit; i++)
        {
            Word word = words[i];
            if (word.Gap is not (WordGap.Space or WordGap.Hyphen) || word.Is(WordClasses.Function)) break;
            bool nounFollows = i + 1 < words.Count && words[i + 1].Gap == WordGap.Space && words[i + 1].Shape == WordShape.Lower
                && !words[i + 1].Is(WordClasses.Function);
            if (word.Shape != WordShape.Lower || nounFollows) continue;
            if (word.Is(WordClasses.Role)) return new KindScores(5, 0, 0, 0);
            if (word.Is(WordClasses.PlaceAfter | WordClasses.PlaceOfNoun)) return new KindScores(0, 0, 5, 0);
            if (word.Is(WordClasses.OrgBefore | WordClasses.OrgSuffix)) return new KindScores(0, 5, 0, 0);
            if (word.Is(WordClasses.OtherBefore | WordClasses.OtherSuffix | WordClasses.Vessel)) return new KindScores(0, 0, 0, 5);
            return default;
        }
        return default;
    }

    // "Artyom, Russia", "Artyom, a city": what follows the comma explains a place.
    private int CommaPlace(int at)
    {
        Word after = words[at];
        if (after.IsNameLike)
        {
            Phrase? phrase = after.Is(WordClasses.PhraseStart) ? PhraseMatcher.At(text, words, at, words.Count, lexicon, out _) : null;
            return phrase is { IsPlace: true } ? 3 : 0;
        }
        if (after.Is(WordClasses.Function) && at + 1 < words.Count)
        {
            Word noun = words[at + 1];
            if (noun.IsNameLike && at + 2 < words.Count) noun = words[at + 2]; // a Russian city
            return noun.Shape == WordShape.Lower && noun.Is(WordClasses.PlaceAfter) ? 4 : 0;
        }
        return 0;
    }

    private int IndexOfConnector(int first, int end)
    {
        for (int i = first + 1; i < end - 1; i++)
        {
            if (words[i].Is(WordClasses.Of) && words[i].Shape == WordShape.Lower) return i;
        }
        return -1;
    }
}
