namespace Search.Articles.Paragraphs;

/// <summary>A stretch of an article's source: [Start, End), never empty.</summary>
internal readonly record struct TextRange(int Start, int End)
{
    /// <summary>Number of code units.</summary>
    public int Length => End - Start;
}
