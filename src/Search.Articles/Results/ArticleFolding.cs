using Search.Articles.Ranking;
using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Index;

namespace Search.Articles.Results;

/// <summary>Which matching articles stand for nearly identical ones among the results.</summary>
internal sealed class ArticleFolding
{
    private readonly Dictionary<int, int> _shownFor = []; // by index among the matching articles: the one that stands for it
    private readonly Dictionary<int, List<int>> _groups = []; // by the one that stands for others: all of them

    private ArticleFolding()
    {
    }

    public static ArticleFolding Create(IndexSnapshot snapshot, ParagraphMatches matches, FoldMode mode)
    {
        var folding = new ArticleFolding();
        if (mode == FoldMode.None || snapshot.Twins.IsEmpty)
            return folding;
        var members = new Dictionary<int, List<int>>();
        for (var i = 0; i < matches.ArticleCount; i++)
        {
            if (snapshot.Twins.GroupOf(matches.Articles[i].ArticleDoc) is not { } group)
                continue;
            if (!members.TryGetValue(group, out List<int>? others))
                members.Add(group, others = []);
            others.Add(i);
        }
        foreach (List<int> group in members.Values.Where(group => group.Count > 1))
            folding.Add(group, Choose(group, snapshot.Reader, matches, mode));
        return folding;
    }

    /// <summary>How many articles have no place of their own.</summary>
    public int HiddenCount => _shownFor.Count - _groups.Count;

    /// <summary>Whether another article stands for this one.</summary>
    public bool IsHidden(int article) => _shownFor.TryGetValue(article, out int shown) && shown != article;

    /// <summary>The articles that one stands for, without itself.</summary>
    public IEnumerable<int> OthersOf(int article) =>
        _groups.TryGetValue(article, out List<int>? group) ? group.Where(other => other != article) : [];

    private void Add(List<int> group, int shown)
    {
        _groups.Add(shown, group);
        foreach (int article in group)
            _shownFor.Add(article, shown);
    }

    // Undated ones were published last; of equals the first in the index.
    private static int Choose(List<int> group, IndexReader reader, ParagraphMatches matches, FoldMode mode)
    {
        int best = group[0];
        long least = long.MaxValue;
        foreach (int article in group)
        {
            int doc = matches.Articles[article].ArticleDoc;
            long key = mode == FoldMode.Longest ? -(Number(reader, doc, ArticleFields.Length) ?? 0) : Number(reader, doc, ArticleFields.Published) ?? long.MaxValue;
            if (key < least)
                (best, least) = (article, key);
        }
        return best;
    }

    private static long? Number(IndexReader reader, int doc, string name)
    {
        Leaf leaf = reader.LeafOf(doc);
        NumericDocValues? values = leaf.Reader.NumericColumn(name);
        return values is not null && values.AdvanceExact(doc - leaf.DocBase) ? values.Value : null;
    }
}
