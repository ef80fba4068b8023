using Search.Articles.Schema;
using Search.Engine.Index;
using Search.Engine.Search.Collectors;

namespace Search.Articles.Ranking;

/// <summary>Every paragraph that matches, with its score, grouped by article in index order.</summary>
internal sealed class ParagraphMatches : ICollector
{
    private readonly List<int> _docs = [];
    private readonly List<float> _scores = [];
    private readonly List<ArticleMatches> _articles = [];

    public bool NeedsScores => true;

    /// <summary>Index-wide ids of the paragraphs, ascending.</summary>
    public IReadOnlyList<int> Docs => _docs;

    /// <summary>Scores beside <see cref="Docs"/>.</summary>
    public IReadOnlyList<float> Scores => _scores;

    /// <summary>The articles that they belong to, in index order.</summary>
    public IReadOnlyList<ArticleMatches> Articles => _articles;

    public ILeafCollector StartLeaf(Leaf leaf) => new LeafMatches(this, leaf);

    // The paragraphs of an article are neighbours, so a group ends where the article's ordinal changes.
    private sealed class LeafMatches(ParagraphMatches matches, Leaf leaf) : ILeafCollector
    {
        private readonly SortedDocValues? _article = leaf.Reader.SortedColumn(ArticleFields.Article);
        private int _ordinal = -1;

        public void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
        {
            for (var i = 0; i < docs.Length; i++)
            {
                if (_article is null || !_article.AdvanceExact(docs[i]))
                    continue;
                if (_article.Ordinal != _ordinal)
                {
                    _ordinal = _article.Ordinal;
                    matches._articles.Add(new ArticleMatches(leaf, matches._docs.Count));
                }
                matches._articles[^1].Add(scores[i]);
                matches._docs.Add(leaf.DocBase + docs[i]);
                matches._scores.Add(scores[i]);
            }
        }
    }
}
