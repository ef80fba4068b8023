using Search.Articles.Ranking;
using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Index;

namespace Search.Articles.Results;

/// <summary>Leaves one of nearly identical articles in a ranking.</summary>
internal static class ArticleFolding
{
    /// <returns>The ranking without those that another stands for, each with what it stands for.</returns>
    public static IReadOnlyList<RankedArticle> Fold(
        IReadOnlyList<(ArticleMatches Article, float Score)> ranked, IndexSnapshot snapshot, ParagraphMatches matches, FoldMode mode)
    {
        if (mode == FoldMode.None || snapshot.Twins.IsEmpty)
            return [.. ranked.Select(entry => new RankedArticle(entry.Article, entry.Score, []))];
        var groups = new Dictionary<int, List<ArticleBlock>>();
        var groupOf = new int?[ranked.Count];
        var blocks = new ArticleBlock[ranked.Count];
        for (var i = 0; i < ranked.Count; i++)
        {
            ArticleMatches article = ranked[i].Article;
            blocks[i] = snapshot.Blocks.BlockOf(article.Leaf, matches.Docs[article.First]);
            if (snapshot.Twins.GroupOf(blocks[i].ArticleDoc) is not { } group)
                continue;
            groupOf[i] = group;
            if (!groups.TryGetValue(group, out List<ArticleBlock>? members))
                groups[group] = members = [];
            members.Add(blocks[i]);
        }
        Dictionary<int, ArticleBlock> shown = groups.ToDictionary(group => group.Key, group => Choose(group.Value, mode));
        var folded = new List<RankedArticle>(ranked.Count);
        for (var i = 0; i < ranked.Count; i++)
        {
            (ArticleMatches article, float score) = ranked[i];
            if (groupOf[i] is not { } group)
                folded.Add(new RankedArticle(article, score, []));
            else if (shown[group] == blocks[i])
                folded.Add(new RankedArticle(article, score, [.. groups[group].Where(other => other != blocks[i])]));
        }
        return folded;
    }

    // Undated ones were published last; equals: the first in the index.
    private static ArticleBlock Choose(List<ArticleBlock> members, FoldMode mode) => mode == FoldMode.Longest
        ? members.OrderByDescending(block => Number(block, ArticleFields.Length) ?? 0).ThenBy(block => block.ArticleDoc).First()
        : members.OrderBy(block => Number(block, ArticleFields.Published) ?? long.MaxValue).ThenBy(block => block.ArticleDoc).First();

    private static long? Number(ArticleBlock block, string column)
    {
        NumericDocValues? values = block.Leaf.Reader.NumericColumn(column);
        return values is not null && values.AdvanceExact(block.ArticleDoc - block.Leaf.DocBase) ? values.Value : null;
    }
}
