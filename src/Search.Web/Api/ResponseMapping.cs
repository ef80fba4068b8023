using Search.Articles.Citing;
using Search.Articles.Searching;

namespace Search.Web.Api;

/// <summary>From what the index answers to what goes over the wire.</summary>
internal static class ResponseMapping
{
    public static SearchResponse ToResponse(this SearchAnswer answer, string queryText) => new(
        answer.Query,
        answer.Total,
        answer.TookMs,
        answer.Generation,
        [.. answer.Articles.Select(hit => ToResult(hit, queryText))],
        answer.Facets,
        answer.Histogram,
        answer.Advice,
        answer.Next);

    public static SnippetsResponse ToResponse(this SnippetAnswer answer, string queryText) => new(
        answer.Query,
        answer.Total,
        answer.TookMs,
        answer.Generation,
        [.. answer.Snippets.Select(hit => hit.ToResult(queryText))],
        answer.Next);

    public static SnippetResult ToResult(this SnippetHit hit, string queryText) => new(
        hit.Article.ToInfo(), hit.Paragraph.Key, hit.Paragraph.Ordinal, Links.Paragraph(hit.Article.Id, hit.Paragraph.Key, queryText),
        hit.Paragraph.Score, hit.Paragraph.Names, hit.Paragraph.Places, hit.Paragraph.Snippets, hit.Paragraph.Missing, hit.Paragraph.HeadlineOnly,
        Neighbours(hit.Paragraph.Before, hit.Article.Id), Neighbours(hit.Paragraph.After, hit.Article.Id), hit.Paragraph.Explanation);

    public static ArticleInfo ToInfo(this ArticleHeader article) => new(
        article.Id, article.Headline, article.Title, article.Outlet, article.Authors, article.Published, article.Url, Links.Article(article.Id),
        article.Path, article.ParagraphCount);

    public static ArticleResponse ToResponse(this ArticleView view) => new(
        view.Article.ToInfo(), WithSelectors(view.Paragraphs, 0, view.Paragraphs.Count, view.Article.Id), view.Query);

    /// <summary>A paragraph and <paramref name="context"/> neighbours; the view has one more on each side where there is one, for the selectors.</summary>
    public static ParagraphResponse ToResponse(this ParagraphView view, int context)
    {
        ParagraphText[] all = [.. view.Before, view.Paragraph, .. view.After];
        int at = view.Before.Count;
        int first = Math.Max(0, at - context);
        int end = Math.Min(all.Length, at + 1 + context);
        return new ParagraphResponse(
            view.Article.ToInfo(),
            WithSelectors(all, at, at + 1, view.Article.Id)[0],
            WithSelectors(all, first, at, view.Article.Id),
            WithSelectors(all, at + 1, end, view.Article.Id),
            view.IsExact,
            view.Query);
    }

    private static ParagraphInfo[] WithSelectors(IReadOnlyList<ParagraphText> all, int first, int end, string articleId) =>
    [
        .. Enumerable.Range(first, end - first).Select(i => all[i].ToInfo(articleId, TextQuoteSelector.Create(
            all[i].Text.Text, i > 0 ? all[i - 1].Text.Text : null, i + 1 < all.Count ? all[i + 1].Text.Text : null))),
    ];

    private static ParagraphInfo[] Neighbours(IReadOnlyList<ParagraphText> paragraphs, string articleId) =>
        [.. paragraphs.Select(paragraph => paragraph.ToInfo(articleId, selector: null))];

    private static ParagraphInfo ToInfo(this ParagraphText paragraph, string articleId, TextQuoteSelector? selector) => new(
        paragraph.Key, paragraph.Ordinal, paragraph.Kind.ToString().ToLowerInvariant(), Links.Paragraph(articleId, paragraph.Key),
        paragraph.Text.Text, paragraph.Text.Ranges, paragraph.Text.Html, paragraph.Names, paragraph.Places, selector);

    private static ArticleResult ToResult(ArticleHit hit, string queryText) => new(
        hit.Article.Id, hit.Article.Headline, hit.Article.Outlet, hit.Article.Published, hit.Article.Url,
        Links.Article(hit.Article.Id, queryText), hit.Score,
        [.. hit.Paragraphs.Select(paragraph => new ParagraphResult(
            paragraph.Key, paragraph.Ordinal, Links.Paragraph(hit.Article.Id, paragraph.Key, queryText), paragraph.Score,
            paragraph.Names, paragraph.Places, paragraph.Snippets, paragraph.Missing, paragraph.HeadlineOnly,
            Neighbours(paragraph.Before, hit.Article.Id), Neighbours(paragraph.After, hit.Article.Id), paragraph.Explanation))],
        hit.MoreParagraphs,
        [.. hit.Similar.Select(ToInfo)]);
}
