using Search.Articles.Querying;
using Search.Articles.Schema;
using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;

namespace Search.Articles.Ranking;

/// <summary>Loosens a query of plain words that no paragraph answers, step by step, each step with its label.</summary>
/// <remarks>Quotes, filters, fields and operators are never loosened.</remarks>
/// <param name="searcher">Searches the snapshot.</param>
/// <param name="blocks">Its articles.</param>
/// <param name="filters">What must match besides.</param>
internal sealed class WiderSearch(IndexSearcher searcher, ArticleBlocks blocks, IReadOnlyList<Query> filters)
{
    // Of few words most must be there. Of more, what is sought has some, and the order says which.
    private const int FewWords = 3;

    // More words than that are a question or a sentence: that an article has all of them by chance says little.
    private const int MostKeywords = 5;

    /// <returns>The next wider query that finds something, and what to say about it; null when there is none.</returns>
    public (Query Match, string Label)? Find(ParsedQuery query)
    {
        IReadOnlyList<Query> words = query.BareWords;
        if (words.Count < 2)
            return null;
        if (words.Count <= MostKeywords && ArticlesOf(words) is { } articles)
            return articles;
        return words.Count <= FewWords ? MostOf(words) : SomeOf(words);
    }

    private (Query Match, string Label)? ArticlesOf(IReadOnlyList<Query> words)
    {
        HashSet<int> articles = ArticlesWithAll(words);
        if (articles.Count == 0)
            return null;
        var inTheseArticles = new TermInSetQuery(ArticleFields.Article, [.. articles.Select(doc => new Term(ArticleFields.Article, IdOf(doc)))]);
        string label = $"No paragraph has all the words; {articles.Count} {(articles.Count == 1 ? "article does" : "articles do")}. These are their paragraphs with any of them.";
        return (AnyOf(words, 1, inTheseArticles), label);
    }

    private (Query Match, string Label)? MostOf(IReadOnlyList<Query> words)
    {
        for (int count = words.Count - 1; count > words.Count / 2; count--)
        {
            Query most = AnyOf(words, count);
            if (searcher.Count(Filtered(most)) > 0)
                return (most, $"Neither a paragraph nor an article has all the words. These paragraphs have {count} of the {words.Count}.");
        }
        return null;
    }

    private (Query Match, string Label)? SomeOf(IReadOnlyList<Query> words)
    {
        Query[] telling = [.. words.Where(word => !FunctionWords.IsOne(word))];
        Query some = AnyOf(telling.Length > 0 ? telling : words, 1);
        return searcher.Count(Filtered(some)) > 0
            ? (some, $"No paragraph has all {words.Count} words. These have some of them; those with the most, and the rarest, come first.")
            : null;
    }

    private HashSet<int> ArticlesWithAll(IReadOnlyList<Query> words)
    {
        HashSet<int>? common = null;
        foreach (Query word in words)
        {
            using var matches = new ParagraphMatches(blocks);
            searcher.Search(Filtered(word), matches);
            var articles = new HashSet<int>(matches.ArticleCount);
            foreach (ref readonly ArticleMatches article in matches.Articles)
                articles.Add(article.ArticleDoc);
            if (common is null)
                common = articles;
            else
                common.IntersectWith(articles);
            if (common.Count == 0)
                break;
        }
        return common ?? [];
    }

    private string IdOf(int articleDoc) => searcher.Reader.StoredText(articleDoc, ArticleFields.Article)!;

    private static BooleanQuery AnyOf(IReadOnlyList<Query> words, int minimum, Query? filter = null)
    {
        List<BooleanClause> clauses = [.. words.Select(word => new BooleanClause(word, Occur.Should))];
        if (filter is not null)
            clauses.Add(new BooleanClause(filter, Occur.Filter));
        return new BooleanQuery(clauses, minimum);
    }

    private BooleanQuery Filtered(Query query) =>
        new([new BooleanClause(query, Occur.Must), .. filters.Select(filter => new BooleanClause(filter, Occur.Filter))]);
}
