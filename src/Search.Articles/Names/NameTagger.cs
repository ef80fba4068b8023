namespace Search.Articles.Names;

/// <summary>Finds the names of people, bodies, places and other things in an article, by rules and general lists.</summary>
/// <remarks>
/// The first of two stages (<c>README.md</c> of this folder): what it finds becomes <see cref="Mention"/>s when the
/// <see cref="AliasTable"/> of the collection has said what each name names and how it is written in full.
/// Time is linear in the text. Immutable and shareable.
/// </remarks>
public sealed class NameTagger
{
    private readonly Lexicon _lexicon = Lexicon.Default;
    private readonly WordScanner _scanner = new(Lexicon.Default);

    /// <summary>The raw mentions of one article.</summary>
    /// <param name="headline">The headline; null without one.</param>
    /// <param name="paragraphs">The cleaned paragraphs; their <see cref="Paragraph.Mentions"/> are not looked at.</param>
    public ArticleNames Tag(string? headline, IReadOnlyList<Paragraph> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(paragraphs);
        var texts = new List<TaggedText>(paragraphs.Count + 1);
        if (!string.IsNullOrWhiteSpace(headline)) texts.Add(Read(-1, headline, headline.Length, []));
        for (var i = 0; i < paragraphs.Count; i++)
        {
            Paragraph paragraph = paragraphs[i];
            texts.Add(Read(i, paragraph.Text, paragraph.SubheadingLength, paragraph.Sentences));
        }
        var known = new Dictionary<string, RawMention>(StringComparer.Ordinal);
        foreach (TaggedText text in texts) FindInRunningText(text, known);
        foreach (TaggedText text in texts) FindInHeadings(text, known);
        HashSet<string> lowerWords = LowerCaseWords(texts);
        ArticleReview.Apply(texts, lowerWords);
        return new ArticleNames(paragraphs.Count, texts, lowerWords);
    }

    private TaggedText Read(int paragraph, string text, int headingLength, IReadOnlyList<int> sentences)
    {
        int heading = Math.Clamp(headingLength, 0, text.Length);
        var words = new List<Word>(text.Length / 6 + 4);
        _scanner.Scan(text, 0, heading, [], words);
        int headingWords = words.Count;
        _scanner.Scan(text, heading, text.Length, sentences, words);
        return new TaggedText(paragraph, text, words, headingWords);
    }

    private void FindInRunningText(TaggedText text, Dictionary<string, RawMention> known)
    {
        List<Word> words = text.Words;
        text.HeadingIsUniform = HeadingText.HasUniformCapitals(words, 0, text.HeadingWords);
        text.BodyIsUniform = !EndsWithStop(text.Text) && HeadingText.HasUniformCapitals(words, text.HeadingWords, words.Count);
        var finder = new MentionFinder(text.Text, words, _lexicon);
        if (!text.HeadingIsUniform) finder.Find(0, text.HeadingWords, text.Mentions);
        if (!text.BodyIsUniform) finder.Find(text.HeadingWords, words.Count, text.Mentions);
        Coordination.Spread(text.Text, text.Mentions);
        foreach (RawMention mention in text.Mentions)
        {
            if (!mention.Doubtful) known.TryAdd(mention.Key, mention);
        }
    }

    private void FindInHeadings(TaggedText text, Dictionary<string, RawMention> known)
    {
        if (!text.HeadingIsUniform && !text.BodyIsUniform) return;
        var names = new KnownNames(known, _lexicon);
        var found = new List<RawMention>();
        if (text.HeadingIsUniform) names.Find(text.Text, text.Words, 0, text.HeadingWords, found);
        if (text.BodyIsUniform) names.Find(text.Text, text.Words, text.HeadingWords, text.Words.Count, found);
        text.Mentions.AddRange(found);
        text.Mentions.Sort(static (a, b) => a.Start.CompareTo(b.Start));
    }

    private static bool EndsWithStop(string text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().TrimEnd(" \"”’')");
        return trimmed.Length > 0 && trimmed[^1] is '.' or '!' or '?' or ';';
    }

    private static HashSet<string> LowerCaseWords(List<TaggedText> texts)
    {
        var lower = new HashSet<string>(StringComparer.Ordinal);
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = lower.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (TaggedText text in texts)
        {
            foreach (Word word in text.Words)
            {
                if (word.Shape == WordShape.Lower && !word.Is(WordClasses.Function))
                    lookup.Add(text.Text.AsSpan(word.Start, word.End - word.Start));
            }
        }
        return lower;
    }
}
