using Search.Articles.Searching;

namespace Search.Web.Api;

/// <summary>From what the index answers to what goes over the wire.</summary>
internal static class ResponseMapping
{
    public static SearchResponse ToResponse(this SearchAnswer answer, string queryText) => new(
        answer.Query.ToInfo(),
        answer.Total.ToInfo(),
        answer.TookMs,
        answer.Generation,
        [.. answer.Articles.Select(hit => ToResult(hit, queryText))],
        answer.Facets.ToInfo(),
        answer.Next);

    public static SnippetsResponse ToResponse(this SnippetAnswer answer, string queryText) => new(
        answer.Query.ToInfo(),
        answer.Total.ToInfo(),
        answer.TookMs,
        answer.Generation,
        [.. answer.Snippets.Select(hit => ToResult(hit, queryText))],
        answer.Next);

    public static QueryInfo ToInfo(this UnderstoodQuery query) => new(query.Text, query.Understood, query.Clauses, [.. query.Notes.Select(note => note.Text)]);

    public static ArticleInfo ToInfo(this ArticleHeader article) => new(
        article.Id, article.Headline, article.Title, article.Outlet, article.Authors, article.Published, article.Url, Links.Article(article.Id),
        article.Path, article.ParagraphCount);

    public static ParagraphInfo ToInfo(this ParagraphText paragraph, string articleId) => new(
        paragraph.Key, paragraph.Ordinal, paragraph.Kind.ToString().ToLowerInvariant(), Links.Paragraph(articleId, paragraph.Key),
        paragraph.Text.Text, paragraph.Text.Ranges, paragraph.Text.Html, paragraph.Names, paragraph.Places);

    private static FacetsInfo ToInfo(this IReadOnlyList<FacetGroup> groups) => new(
        ValuesOf(groups, FacetField.Outlet), ValuesOf(groups, FacetField.Name), ValuesOf(groups, FacetField.Place), ValuesOf(groups, FacetField.Month));

    private static FacetCount[] ValuesOf(IReadOnlyList<FacetGroup> groups, FacetField field) =>
        [.. groups.Single(group => group.Field == field).Values.Select(value => new FacetCount(value.Value, value.Count))];

    private static TotalInfo ToInfo(this HitTotals total) => new(total.Paragraphs, total.Articles, total.IsExact ? "eq" : "gte");

    private static ArticleResult ToResult(ArticleHit hit, string queryText) => new(
        hit.Article.Id, hit.Article.Headline, hit.Article.Outlet, hit.Article.Published, hit.Article.Url,
        Links.Article(hit.Article.Id, queryText), hit.Score,
        [.. hit.Paragraphs.Select(paragraph => new ParagraphResult(
            paragraph.Key, paragraph.Ordinal, Links.Paragraph(hit.Article.Id, paragraph.Key, queryText), paragraph.Score,
            paragraph.Names, paragraph.Places, paragraph.Snippets, paragraph.Explanation))],
        hit.MoreParagraphs);

    private static SnippetResult ToResult(SnippetHit hit, string queryText) => new(
        hit.Article.ToInfo(), hit.Paragraph.Key, hit.Paragraph.Ordinal, Links.Paragraph(hit.Article.Id, hit.Paragraph.Key, queryText),
        hit.Paragraph.Score, hit.Paragraph.Names, hit.Paragraph.Places, hit.Paragraph.Snippets, hit.Paragraph.Explanation);
}
