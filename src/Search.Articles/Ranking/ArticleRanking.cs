using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Index;

namespace Search.Articles.Ranking;

/// <summary>Puts matching articles in order.</summary>
internal static class ArticleRanking
{
    /// <returns>The articles with what ranks them; equals stay in index order, undated ones come last in an order by date.</returns>
    public static IReadOnlyList<(ArticleMatches Article, float Score)> Rank(ParagraphMatches matches, SortOrder order, float share)
    {
        IEnumerable<(ArticleMatches Article, float Score)> scored = matches.Articles.Select(article => (article, article.Score(share)));
        return order switch
        {
            SortOrder.Newest => [.. scored.OrderByDescending(entry => Published(entry.Article, matches) ?? long.MinValue).ThenByDescending(entry => entry.Score)],
            SortOrder.Oldest => [.. scored.OrderBy(entry => Published(entry.Article, matches) ?? long.MaxValue).ThenByDescending(entry => entry.Score)],
            _ => [.. scored.OrderByDescending(entry => entry.Score)],
        };
    }

    /// <summary>Seconds since 1970; null for an undated article.</summary>
    public static long? Published(ArticleMatches article, ParagraphMatches matches)
    {
        NumericDocValues? column = article.Leaf.Reader.NumericColumn(ArticleFields.Published);
        int doc = matches.Docs[article.First] - article.Leaf.DocBase;
        return column is not null && column.AdvanceExact(doc) ? column.Value : null;
    }
}
