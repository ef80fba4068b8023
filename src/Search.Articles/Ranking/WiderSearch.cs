using Search.Articles.Querying;
using Search.Articles.Schema;
using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;

namespace Search.Articles.Ranking;

/// <summary>Loosens a query of plain words that no paragraph answers, step by step, each step with its label.</summary>
/// <remarks>Quotes, filters, fields and operators are never loosened.</remarks>
internal static class WiderSearch
{
    /// <returns>The next wider query that finds something, and what to say about it; null when there is none.</returns>
    public static (Query Match, string Label)? Find(IndexSearcher searcher, ParsedQuery query, IReadOnlyList<Query> filters)
    {
        IReadOnlyList<Query> words = query.BareWords;
        if (words.Count < 2)
            return null;
        List<string> articles = ArticlesWithAll(searcher, words, filters);
        if (articles.Count > 0)
        {
            var inTheseArticles = new TermInSetQuery(ArticleFields.Article, [.. articles.Select(id => new Term(ArticleFields.Article, id))]);
            string label = $"No paragraph has all the words; {articles.Count} {(articles.Count == 1 ? "article does" : "articles do")}. These are their paragraphs with any of them.";
            return (AnyOf(words, 1, inTheseArticles), label);
        }
        for (int count = words.Count - 1; count > words.Count / 2; count--)
        {
            Query most = AnyOf(words, count);
            if (searcher.Count(Filtered(most, filters)) > 0)
                return (most, $"Neither a paragraph nor an article has all the words. These paragraphs have {count} of the {words.Count}.");
        }
        return null;
    }

    private static List<string> ArticlesWithAll(IndexSearcher searcher, IReadOnlyList<Query> words, IReadOnlyList<Query> filters)
    {
        HashSet<string>? common = null;
        foreach (Query word in words)
        {
            var matches = new ParagraphMatches();
            searcher.Search(Filtered(word, filters), matches);
            var articles = matches.Articles.Select(article => IdOf(article, matches)).ToHashSet(StringComparer.Ordinal);
            if (common is null)
                common = articles;
            else
                common.IntersectWith(articles);
            if (common.Count == 0)
                break;
        }
        return [.. (common ?? []).Order(StringComparer.Ordinal)];
    }

    private static string IdOf(ArticleMatches article, ParagraphMatches matches)
    {
        SortedDocValues column = article.Leaf.Reader.SortedColumn(ArticleFields.Article)!;
        column.AdvanceExact(matches.Docs[article.First] - article.Leaf.DocBase);
        return System.Text.Encoding.UTF8.GetString(column.Dictionary.Lookup(column.Ordinal));
    }

    private static BooleanQuery AnyOf(IReadOnlyList<Query> words, int minimum, Query? filter = null)
    {
        List<BooleanClause> clauses = [.. words.Select(word => new BooleanClause(word, Occur.Should))];
        if (filter is not null)
            clauses.Add(new BooleanClause(filter, Occur.Filter));
        return new BooleanQuery(clauses, minimum);
    }

    private static BooleanQuery Filtered(Query query, IReadOnlyList<Query> filters) =>
        new([new BooleanClause(query, Occur.Must), .. filters.Select(filter => new BooleanClause(filter, Occur.Filter))]);
}
