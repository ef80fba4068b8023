namespace Search.Articles.Names;

/// <summary>Finds what is written as a name in one text and weighs what it names.</summary>
/// <remarks>For one text; not thread safe.</remarks>
internal sealed class MentionFinder(string text, List<Word> words, Lexicon lexicon)
{
    private const int MaxTitleWords = 10;

    private readonly KindEvidence _evidence = new(text, words, lexicon);
    private readonly RunSplitter _splitter = new(text, words, lexicon);

    /// <summary>Appends the mentions of words [first, end), in order, not overlapping.</summary>
    public void Find(int first, int end, List<RawMention> found)
    {
        for (int at = first; at < end;)
        {
            int titleEnd = EndOfQuotedTitle(at, end);
            if (titleEnd > at)
            {
                found.Add(CreateMention(at, titleEnd, at));
                at = titleEnd;
                continue;
            }
            if (!RunReader.Starts(words, at))
            {
                at++;
                continue;
            }
            int runEnd = Math.Min(end, RunReader.EndOf(words, at));
            foreach (RunPiece piece in _splitter.Split(RunReader.WithOrdinal(words, first, at, runEnd), runEnd))
                found.Add(piece.IsDemonym ? CreateDemonym(piece) : CreateMention(piece.First, piece.End, piece.RunFirst));
            at = runEnd;
        }
    }

    /// <summary>Exclusive end of the title of a work in quotes that begins at a word; the word itself when none does.</summary>
    private int EndOfQuotedTitle(int at, int end)
    {
        if (words[at].Gap != WordGap.Quote || !words[at].IsNameLike || words[at].Is(WordClasses.Title)) return at;
        var names = 0;
        for (int i = at; i < end && i - at < MaxTitleWords; i++)
        {
            Word word = words[i];
            if (i > at && word.Gap is not (WordGap.Space or WordGap.Ampersand)) return at;
            if (word.IsNameLike) names++;
            else if (word.Shape != WordShape.Number && !word.Is(WordClasses.Function | WordClasses.Particle)) return at;
            if (IsBeforeQuote(word)) return names >= 2 && word.Shape != WordShape.Lower ? i + 1 : at;
        }
        return at;
    }

    private bool IsBeforeQuote(Word last)
    {
        int after = last.End;
        if (after < text.Length && text[after] is ',' or '.') after++;
        return after < text.Length && text[after] is '"' or '”' or '’' or '\'' or '»';
    }

    private RawMention CreateDemonym(RunPiece piece) => Create(piece.First, piece.End) with
    {
        IsDemonym = true,
        WithNoun = NounFollows(piece.End) ? Create(piece.First, piece.End + 1) : null, // "Russian navy" where the collection has "Russian Navy"
    };

    private RawMention CreateMention(int first, int end, int runFirst)
    {
        RawMention mention = Weighed(first, end, runFirst);
        Word head = words[first];
        bool mayBeOrdinary = head.Opening && end - first > 1 && head.Is(WordClasses.Common) && words[first + 1].IsNameLike;
        return mayBeOrdinary ? mention with { Rest = Weighed(first + 1, end, first + 1) } : mention;
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
            || words[end].IsNameLike && !words[end].Is(WordClasses.Function));

    private RawMention Create(int first, int end)
    {
        int start = words[first].Start, length = words[end - 1].End - start;
        string form = Spaces.Single(text.AsSpan(start, length));
        return new RawMention(start, length, form, NameKey.Of(form));
    }
}
