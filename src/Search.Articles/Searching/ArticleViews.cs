namespace Search.Articles.Searching;

/// <summary>A page of articles in order of their id.</summary>
/// <param name="Articles">The page.</param>
/// <param name="Total">Number of articles in the index.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record ArticleList(IReadOnlyList<ArticleHeader> Articles, int Total, string? Next);

/// <summary>A whole article for reading.</summary>
/// <param name="Article">Its header.</param>
/// <param name="Paragraphs">All paragraphs in order.</param>
/// <param name="Pieces">The source in order as it is shown: header, paragraphs, and furniture to be greyed.</param>
/// <param name="Query">How the query was understood; null without one.</param>
public sealed record ArticleView(
    ArticleHeader Article,
    IReadOnlyList<ParagraphText> Paragraphs,
    IReadOnlyList<ArticlePiece> Pieces,
    UnderstoodQuery? Query);

/// <summary>A paragraph's text with marks for a query.</summary>
public sealed record ParagraphText
{
    /// <summary>Permalink key within the article.</summary>
    public required string Key { get; init; }

    /// <summary>Place in the article, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>What it is.</summary>
    public ParagraphKind Kind { get; init; }

    /// <summary>The whole text with all marks.</summary>
    public required Snippet Text { get; init; }

    /// <summary>The subheading that the text starts with, with its marks; null without one.</summary>
    public Snippet? Subheading { get; init; }

    /// <summary>The text behind the subheading, with its marks.</summary>
    public required Snippet Running { get; init; }

    /// <summary>Names in it, canonical forms.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Places in it, canonical forms.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];
}

/// <summary>A piece of an article's source as it is shown.</summary>
/// <param name="Kind">What it is; white space is not shown.</param>
/// <param name="Text">Its text; empty for a paragraph.</param>
/// <param name="Reason">Why it is furniture, or which part of the header it is.</param>
/// <param name="Paragraph">Ordinal of the paragraph to show here; -1 for other pieces. Each paragraph is shown once.</param>
public sealed record ArticlePiece(SpanKind Kind, string Text, string? Reason, int Paragraph);

/// <summary>A paragraph with its neighbours.</summary>
/// <param name="Article">Its article.</param>
/// <param name="Paragraph">The paragraph.</param>
/// <param name="Before">Paragraphs before it, as many as asked for, in order.</param>
/// <param name="After">Paragraphs after it, as many as asked for, in order.</param>
/// <param name="IsExact">False when the key's own text has changed and this is the closest paragraph.</param>
/// <param name="Query">How the query was understood; null without one.</param>
public sealed record ParagraphView(
    ArticleHeader Article,
    ParagraphText Paragraph,
    IReadOnlyList<ParagraphText> Before,
    IReadOnlyList<ParagraphText> After,
    bool IsExact,
    UnderstoodQuery? Query);
