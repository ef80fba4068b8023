using Search.Articles.Querying;
using Search.Articles.Schema;
using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;

namespace Search.Articles.Ranking;

/// <summary>Loosens a query of plain words that few paragraphs answer, or none, step by step, each step with its label.</summary>
/// <remarks>Quotes, filters, fields and operators are never loosened.</remarks>
/// <param name="searcher">Searches the snapshot.</param>
/// <param name="blocks">Its articles.</param>
/// <param name="filters">What must match besides.</param>
internal sealed class WiderSearch(IndexSearcher searcher, ArticleBlocks blocks, IReadOnlyList<Query> filters)
{
    // Of few words most must be there. Of more, what is sought has some, and the order says which.
    private const int FewWords = 3;

    // So many results need no others behind them.
    private const int ManyArticles = 10;

    /// <summary>The next wider query that finds something, for one that finds nothing; null when there is none.</summary>
    public WiderQuery? Find(ParsedQuery query)
    {
        if (query.Plain is not { } plain)
            return null;
        if (plain.Quotes.Count > 0)
            return InHeadlines(plain) ?? (plain.IsOpen ? WithoutOpenQuote(plain) : null);
        IReadOnlyList<Query> words = plain.Words;
        if (words.Count < 2)
            return null;
        if (!plain.IsQuestion && ArticlesOf(query, words) is { } articles)
            return articles;
        return words.Count <= FewWords ? MostOf(query, words) : SomeOf(plain);
    }

    /// <summary>Whether the results that have all words of a query are so few that others follow.</summary>
    /// <param name="articles">Number of articles that it finds.</param>
    public static bool IsFollowed(PlainWords plain, int articles) =>
        plain is { Words.Count: > FewWords, Quotes.Count: 0, IsQuestion: false } && articles < ManyArticles;

    private WiderQuery? ArticlesOf(ParsedQuery query, IReadOnlyList<Query> words)
    {
        HashSet<int> articles = ArticlesWithAll(words);
        if (articles.Count == 0)
            return null;
        var inTheseArticles = new TermInSetQuery(ArticleFields.Article, [.. articles.Select(doc => new Term(ArticleFields.Article, IdOf(doc)))]);
        string label = $"No paragraph has all the words; {articles.Count} {(articles.Count == 1 ? "article does" : "articles do")}. These are {(articles.Count == 1 ? "its" : "their")} paragraphs with any of them.";
        return Fallback(query, AnyOf(words, 1, inTheseArticles), label) with { IsOfAllWords = true };
    }

    private WiderQuery? InHeadlines(PlainWords plain)
    {
        string words = plain.Words.Count == 0 ? "" : ", and some of the words in the text";
        WiderQuery wider = SomeWords.InHeadlines(plain, $"No paragraph has all of it. These have what stands in quotes in the headline{words}.");
        return searcher.Count(Filtered(wider.Match)) > 0 ? wider : null;
    }

    private WiderQuery? WithoutOpenQuote(PlainWords plain)
    {
        WiderQuery some = SomeWords.Create(plain.Unquoted(1), "Nothing has the wording behind the quote that was never closed, so the quote was left out: these have some of the words.");
        return searcher.Count(Filtered(some.Match)) > 0 ? some : null;
    }

    private WiderQuery? MostOf(ParsedQuery query, IReadOnlyList<Query> words)
    {
        for (int count = words.Count - 1; count > words.Count / 2; count--)
        {
            Query most = AnyOf(words, count);
            if (searcher.Count(Filtered(most)) > 0)
                return Fallback(query, most, $"Neither a paragraph nor an article has all the words. These paragraphs have {count} of the {words.Count}.");
        }
        return null;
    }

    private WiderQuery? SomeOf(PlainWords plain)
    {
        WiderQuery some = SomeWords.Create(plain, $"No paragraph has all {plain.Words.Count} words. These have some of them; those with the most, and the rarest, come first.");
        return searcher.Count(Filtered(some.Match)) > 0 ? some : null;
    }

    private static WiderQuery Fallback(ParsedQuery query, Query match, string label) =>
        new(match, [.. query.Leaves.Zip(query.Info.Clauses, (leaf, text) => new QueryPart(leaf, text))], "fallback", label);

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
