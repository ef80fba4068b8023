namespace Search.Articles.Names;

/// <summary>A headline or a paragraph while it is tagged.</summary>
internal sealed class TaggedText(int paragraph, string text, List<Word> words, int headingWords)
{
    /// <summary>Index of the paragraph; -1 for the headline.</summary>
    public int Paragraph { get; } = paragraph;

    public string Text { get; } = text;

    public List<Word> Words { get; } = words;

    /// <summary>Number of words at the start that are a heading.</summary>
    public int HeadingWords { get; } = headingWords;

    /// <summary>Whether the capitals of the heading say nothing.</summary>
    public bool HeadingIsUniform { get; set; }

    /// <summary>Whether the capitals of what follows the heading say nothing.</summary>
    public bool BodyIsUniform { get; set; }

    /// <summary>In order, not overlapping.</summary>
    public List<RawMention> Mentions { get; } = [];
}
