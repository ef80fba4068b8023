using Search.Articles.Searching;

namespace Search.Articles.Results;

/// <summary>Holds the numbers of a search within their bounds.</summary>
internal static class RequestBounds
{
    /// <exception cref="QueryException">A number is out of its bounds.</exception>
    public static void Check(ArticleQuery query)
    {
        Check("limit", query.Limit, ArticleQuery.MinLimit, ArticleQuery.MaxLimit);
        Check("context", query.Context, 0, ArticleQuery.MaxContext);
        Check("snippets", query.SnippetsPerParagraph, 1, ArticleQuery.MaxSnippetsPerParagraph);
        Check("per-article", query.ParagraphsPerArticle, 1, ArticleQuery.MaxParagraphsPerArticle);
    }

    private static void Check(string name, int value, int least, int most)
    {
        if (value < least || value > most)
            throw new QueryException($"{name} is {least} to {most}, not {value}.");
    }
}
