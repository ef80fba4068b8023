using System.Buffers;
using Search.Articles.Schema;
using Search.Engine.Index;
using Search.Engine.Search.Collectors;
using Search.Engine.Util;

namespace Search.Articles.Ranking;

/// <summary>Every paragraph that matches, with its score, grouped by article in index order.</summary>
/// <remarks>One thread. Eight bytes a paragraph and thirty-two an article, in arrays that <see cref="Dispose"/> gives back: spans are valid until then.</remarks>
/// <param name="blocks">Which documents are articles.</param>
internal sealed class ParagraphMatches(ArticleBlocks blocks) : ICollector, IDisposable
{
    private const int FirstCapacity = 1024;

    private int[] _docs = ArrayPool<int>.Shared.Rent(FirstCapacity);
    private float[] _scores = ArrayPool<float>.Shared.Rent(FirstCapacity);
    private ArticleMatches[] _articles = ArrayPool<ArticleMatches>.Shared.Rent(FirstCapacity / 4);

    public bool NeedsScores => true;

    /// <summary>Number of paragraphs.</summary>
    public int Count { get; private set; }

    /// <summary>Number of articles that they belong to.</summary>
    public int ArticleCount { get; private set; }

    /// <summary>Index-wide ids of the paragraphs, ascending.</summary>
    public ReadOnlySpan<int> Docs => _docs.AsSpan(0, Count);

    /// <summary>Scores beside <see cref="Docs"/>.</summary>
    public ReadOnlySpan<float> Scores => _scores.AsSpan(0, Count);

    /// <summary>The articles that they belong to, in index order.</summary>
    public ReadOnlySpan<ArticleMatches> Articles => _articles.AsSpan(0, ArticleCount);

    public ILeafCollector StartLeaf(Leaf leaf) => new LeafMatches(this, leaf, blocks.ArticlesOf(leaf));

    /// <summary>Forgets what matched, to take other matches.</summary>
    public void Clear() => (Count, ArticleCount) = (0, 0);

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_docs);
        ArrayPool<float>.Shared.Return(_scores);
        ArrayPool<ArticleMatches>.Shared.Return(_articles);
        (_docs, _scores, _articles) = ([], [], []);
        (Count, ArticleCount) = (0, 0);
    }

    private static void Grow<T>(ref T[] array, int used, int least)
    {
        if (array.Length >= least)
            return;
        T[] larger = ArrayPool<T>.Shared.Rent(Math.Max(least, used * 2));
        array.AsSpan(0, used).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }

    // The paragraphs of an article are neighbours, and its own document is the next article: a group ends where that is passed.
    private sealed class LeafMatches(ParagraphMatches matches, Leaf leaf, FixedBitSet articles) : ILeafCollector
    {
        private int _article = -1;

        public void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
        {
            Grow(ref matches._docs, matches.Count, matches.Count + docs.Length);
            Grow(ref matches._scores, matches.Count, matches.Count + docs.Length);
            for (var i = 0; i < docs.Length; i++)
            {
                if (docs[i] > _article)
                    StartArticle(docs[i]);
                matches._articles[matches.ArticleCount - 1].Add(scores[i]);
                matches._docs[matches.Count] = leaf.DocBase + docs[i];
                matches._scores[matches.Count++] = scores[i];
            }
        }

        private void StartArticle(int doc)
        {
            _article = articles.NextSetBit(doc);
            if (_article < 0)
                throw new InvalidDataException($"document {leaf.DocBase + doc} belongs to no article: the index was not written by this program");
            Grow(ref matches._articles, matches.ArticleCount, matches.ArticleCount + 1);
            matches._articles[matches.ArticleCount++] = new ArticleMatches(leaf.DocBase + _article, matches.Count);
        }
    }
}
