using Search.Articles.Schema;
using Search.Engine.Index;
using Search.Engine.Search.Collectors;
using Search.Engine.Util;

namespace Search.Articles.Results;

/// <summary>Hands on the first matching paragraph of each article only.</summary>
internal sealed class OncePerArticle(ArticleBlocks blocks, ICollector collector) : ICollector
{
    public bool NeedsScores => false;

    public ILeafCollector StartLeaf(Leaf leaf) => new LeafCollector(blocks.ArticlesOf(leaf), collector.StartLeaf(leaf));

    private sealed class LeafCollector(FixedBitSet articles, ILeafCollector collector) : ILeafCollector
    {
        private int _article = -1;
        private int[] _first = [];

        public void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
        {
            if (_first.Length < docs.Length)
                _first = new int[docs.Length];
            var count = 0;
            foreach (int doc in docs)
            {
                if (doc <= _article)
                    continue;
                _article = articles.NextSetBit(doc);
                _first[count++] = doc;
            }
            if (count > 0)
                collector.Collect(_first.AsSpan(0, count), scores[..count]);
        }
    }
}
