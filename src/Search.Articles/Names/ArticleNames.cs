namespace Search.Articles.Names;

/// <summary>What one article calls by a name: raw mentions, and its words that are written in lower case.</summary>
/// <remarks>Immutable. Cheap to make again from the article, so it is nowhere stored.</remarks>
public sealed class ArticleNames
{
    private readonly IReadOnlyList<RawMention>[] _paragraphs;

    internal ArticleNames(int paragraphCount, List<TaggedText> texts, HashSet<string> lowerWords)
    {
        _paragraphs = new IReadOnlyList<RawMention>[paragraphCount];
        Array.Fill(_paragraphs, []);
        foreach (TaggedText text in texts)
        {
            if (text.Paragraph < 0) Headline = text.Mentions;
            else _paragraphs[text.Paragraph] = text.Mentions;
        }
        LowerWords = lowerWords;
    }

    /// <summary>Number of paragraphs that were tagged.</summary>
    public int ParagraphCount => _paragraphs.Length;

    internal IReadOnlyList<RawMention> Headline { get; } = [];

    internal IReadOnlySet<string> LowerWords { get; }

    internal IReadOnlyList<RawMention> InParagraph(int index) => _paragraphs[index];

    /// <summary>All mentions, those of the headline last: it often says in short what the text says in full.</summary>
    internal IEnumerable<RawMention> All()
    {
        foreach (IReadOnlyList<RawMention> paragraph in _paragraphs)
        {
            foreach (RawMention mention in paragraph) yield return mention;
        }
        foreach (RawMention mention in Headline) yield return mention;
    }
}
