using System.Buffers;
using Search.Articles.Ranking;
using Search.Engine.Index;
using Search.Engine.Search.Collectors;

namespace Search.Articles.Results;

/// <summary>Hands matches on to a collector when the search is over.</summary>
internal static class MatchReplay
{
    private const int BatchSize = 4096;

    /// <summary>All paragraphs.</summary>
    public static void Run(ParagraphMatches matches, IndexReader reader, ICollector collector) =>
        Run(matches.Count, index => matches.Docs[index], matches, reader, collector);

    /// <summary>The first paragraph of each article.</summary>
    public static void RunOncePerArticle(ParagraphMatches matches, IndexReader reader, ICollector collector) =>
        Run(matches.ArticleCount, index => matches.Docs[matches.Articles[index].First], matches, reader, collector);

    private static void Run(int count, Func<int, int> docAt, ParagraphMatches matches, IndexReader reader, ICollector collector)
    {
        int[] batch = ArrayPool<int>.Shared.Rent(BatchSize);
        var scores = new float[Math.Min(count, BatchSize)];
        for (var next = 0; next < count;)
        {
            Leaf leaf = reader.LeafOf(docAt(next));
            ILeafCollector leafCollector = collector.StartLeaf(leaf);
            int end = leaf.DocBase + leaf.Reader.MaxDoc;
            while (next < count && docAt(next) < end)
            {
                var filled = 0;
                for (; filled < BatchSize && next < count && docAt(next) is var doc && doc < end; next++)
                    batch[filled++] = doc - leaf.DocBase;
                leafCollector.Collect(batch.AsSpan(0, filled), scores.AsSpan(0, filled));
            }
        }
        ArrayPool<int>.Shared.Return(batch);
    }
}
