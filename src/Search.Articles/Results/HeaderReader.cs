using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Index;

namespace Search.Articles.Results;

/// <summary>Reads what identifies an article from its own document.</summary>
internal static class HeaderReader
{
    private const int TitleLength = 90;

    private static readonly HashSet<string> HeaderFields = new(StringComparer.Ordinal)
    {
        ArticleFields.Article, ArticleFields.Headline, ArticleFields.Outlet, ArticleFields.Author, ArticleFields.Published,
        ArticleFields.PublishedHasZone, ArticleFields.Language, ArticleFields.Url, ArticleFields.Path, ArticleFields.ParagraphCount,
    };

    private static readonly HashSet<string> BodyField = new(StringComparer.Ordinal) { ArticleFields.Body };

    public static ArticleHeader Read(IndexReader reader, ArticleBlock block)
    {
        StoredRecord stored = StoredRecord.Read(reader, block.ArticleDoc, HeaderFields);
        string? headline = stored.Text(ArticleFields.Headline);
        long? published = stored.Number(ArticleFields.Published);
        return new ArticleHeader
        {
            Id = stored.Text(ArticleFields.Article)!,
            Headline = headline,
            Title = headline ?? FirstWords(reader, block),
            Outlet = stored.Text(ArticleFields.Outlet),
            Authors = stored.Texts(ArticleFields.Author),
            Published = published is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
            PublishedHasZone = stored.Number(ArticleFields.PublishedHasZone) == 1,
            Language = stored.Text(ArticleFields.Language),
            Url = stored.Text(ArticleFields.Url),
            Path = stored.Text(ArticleFields.Path)!,
            ParagraphCount = block.ParagraphCount,
        };
    }

    // Cut at a word, never inside one.
    private static string FirstWords(IndexReader reader, ArticleBlock block)
    {
        string? text = block.ParagraphCount > 0 ? StoredRecord.Read(reader, block.FirstDoc, BodyField).Text(ArticleFields.Body) : null;
        if (string.IsNullOrEmpty(text))
            return "(no text)";
        if (text.Length <= TitleLength)
            return text;
        int cut = text.LastIndexOf(' ', TitleLength);
        return string.Concat(text.AsSpan(0, cut > 0 ? cut : TitleLength).TrimEnd(" ,;:–-"), "…");
    }
}
