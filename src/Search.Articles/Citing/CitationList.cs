using Search.Articles.Searching;

namespace Search.Articles.Citing;

/// <summary>A text of many citations, piece by piece: start, entries with <see cref="Between"/> between them, end.</summary>
public static class CitationList
{
    /// <summary>What stands before the first entry.</summary>
    public static string Start(CitationFormat format) => format == CitationFormat.CslJson ? "[\n" : "";

    /// <summary>What stands between two entries.</summary>
    public static string Between(CitationFormat format) => format switch
    {
        CitationFormat.CslJson => ",\n",
        CitationFormat.Ris => "\r\n",
        _ => "\n",
    };

    /// <summary>What stands behind the last entry.</summary>
    public static string End(CitationFormat format) => format == CitationFormat.CslJson ? "\n]\n" : "";

    /// <summary>One passage.</summary>
    /// <param name="format">The format.</param>
    /// <param name="article">Where the passage stands.</param>
    /// <param name="quote">The passage's plain text.</param>
    /// <param name="permalink">Its address here, absolute.</param>
    public static string Entry(CitationFormat format, ArticleHeader article, string quote, string permalink)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentNullException.ThrowIfNull(permalink);
        var source = CitedPassage.Create(article, quote, permalink);
        return format switch
        {
            CitationFormat.Plain => PlainCitation.Write(source),
            CitationFormat.Markdown => MarkdownCitation.Write(source),
            CitationFormat.Ris => RisCitation.Write(source),
            CitationFormat.BibTeX => BibTexCitation.Write(source),
            CitationFormat.CslJson => CslJsonCitation.Write(source),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
    }
}
