using Search.Articles.Searching;

namespace Search.Articles.Citing;

/// <summary>A paragraph, or a passage of one, as a citation.</summary>
/// <remarks>Each format escapes what has a meaning in it: article texts cannot add a field, a link or an entry.</remarks>
public static class Citation
{
    /// <summary>A whole text in the format, for one passage.</summary>
    /// <param name="format">The format.</param>
    /// <param name="article">Where the passage stands.</param>
    /// <param name="quote">The passage's plain text.</param>
    /// <param name="permalink">Its address here, absolute.</param>
    public static string Format(CitationFormat format, ArticleHeader article, string quote, string permalink) =>
        CitationList.Start(format) + CitationList.Entry(format, article, quote, permalink) + CitationList.End(format);

    /// <summary>The original's address with a text fragment that opens it at the passage; null when it has no address on the web.</summary>
    public static string? OriginalLink(ArticleHeader article, string quote)
    {
        ArgumentNullException.ThrowIfNull(article);
        return TextFragment.Link(article.Url, quote);
    }
}
