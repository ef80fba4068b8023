using Search.Articles.Searching;
using Search.Engine.Index;

namespace Search.Articles.Ranking;

/// <summary>
/// Puts matching articles and paragraphs in order: those that lead before those that follow, then by score, or by date and then by score; equals
/// stay in index order.
/// </summary>
/// <param name="matches">What matched.</param>
/// <param name="order">The order; undated articles come last in one by date.</param>
/// <param name="share">Share of an article's other paragraphs in its score.</param>
/// <param name="reader">The snapshot.</param>
/// <param name="leading">Ids of the paragraphs that lead; null: all do alike.</param>
internal sealed class ArticleRanking(ParagraphMatches matches, SortOrder order, float share, IndexReader reader, IReadOnlySet<int>? leading = null)
{
    /// <summary>The first articles.</summary>
    /// <param name="most">How many.</param>
    /// <param name="isHidden">Whether the article of an index has no place of its own; null: each has one.</param>
    public RankKey[] FirstArticles(int most, Predicate<int>? isHidden = null)
    {
        var first = new FirstPlaces(most);
        var dates = new ArticleDates(reader, order);
        for (var i = 0; i < matches.ArticleCount; i++)
        {
            if (isHidden is null || !isHidden(i))
                first.Add(new RankKey(GroupOf(matches.Articles[i]), dates.KeyOf(matches.Articles[i].ArticleDoc), matches.Articles[i].Score(share), i));
        }
        return first.InOrder();
    }

    /// <summary>The first paragraphs: by score, or article by article.</summary>
    public RankKey[] FirstParagraphs(int most)
    {
        if (order != SortOrder.Relevance)
            return [.. ByArticle().Take(most)];
        var first = new FirstPlaces(most);
        for (var i = 0; i < matches.Count; i++)
            first.Add(new RankKey(GroupOf(i), 0, matches.Scores[i], i));
        return first.InOrder();
    }

    /// <summary>All paragraphs in order.</summary>
    public IEnumerable<RankKey> AllParagraphs()
    {
        if (order != SortOrder.Relevance)
            return ByArticle();
        var places = new RankKey[matches.Count];
        for (var i = 0; i < places.Length; i++)
            places[i] = new RankKey(GroupOf(i), 0, matches.Scores[i], i);
        Array.Sort(places, RankOrder.FirstToLast);
        return places;
    }

    /// <summary>The paragraphs of one article, best first.</summary>
    /// <param name="article">Its index among the matching ones.</param>
    public RankKey[] ParagraphsOf(int article, int most)
    {
        ArticleMatches run = matches.Articles[article];
        var first = new FirstPlaces(most);
        for (int i = run.First; i < run.First + run.Count; i++)
            first.Add(new RankKey(GroupOf(i), 0, matches.Scores[i], i));
        return first.InOrder();
    }

    // The paragraphs of an article are a run in ascending order, and only few lead.
    private int GroupOf(in ArticleMatches article)
    {
        if (leading is null)
            return 0;
        (int first, int last) = (matches.Docs[article.First], matches.Docs[article.First + article.Count - 1]);
        return leading.Any(doc => doc >= first && doc <= last) ? 0 : 1;
    }

    private int GroupOf(int paragraph) => leading is null || leading.Contains(matches.Docs[paragraph]) ? 0 : 1;

    private IEnumerable<RankKey> ByArticle() =>
        FirstArticles(int.MaxValue).SelectMany(article => ParagraphsOf(article.Index, int.MaxValue));
}
