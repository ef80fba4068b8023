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
    public static void Run(ParagraphMatches matches, IndexReader reader, ICollector collector) => Run(matches.Docs, reader, collector);

    /// <summary>The first paragraph of each article.</summary>
    public static void RunOncePerArticle(ParagraphMatches matches, IndexReader reader, ICollector collector)
    {
        int[] firsts = ArrayPool<int>.Shared.Rent(matches.ArticleCount);
        ReadOnlySpan<int> docs = matches.Docs;
        ReadOnlySpan<ArticleMatches> articles = matches.Articles;
        for (var i = 0; i < articles.Length; i++)
            firsts[i] = docs[articles[i].First];
        Run(firsts.AsSpan(0, articles.Length), reader, collector);
        ArrayPool<int>.Shared.Return(firsts);
    }

    // Segment by segment, their ids in batches.
    private static void Run(ReadOnlySpan<int> docs, IndexReader reader, ICollector collector)
    {
        int[] batch = ArrayPool<int>.Shared.Rent(BatchSize);
        var scores = new float[Math.Min(docs.Length, BatchSize)];
        while (docs.Length > 0)
        {
            Leaf leaf = reader.LeafOf(docs[0]);
            ILeafCollector leafCollector = collector.StartLeaf(leaf);
            int end = leaf.DocBase + leaf.Reader.MaxDoc;
            while (docs.Length > 0 && docs[0] < end)
            {
                var filled = 0;
                for (; filled < BatchSize && filled < docs.Length && docs[filled] < end; filled++)
                    batch[filled] = docs[filled] - leaf.DocBase;
                leafCollector.Collect(batch.AsSpan(0, filled), scores.AsSpan(0, filled));
                docs = docs[filled..];
            }
        }
        ArrayPool<int>.Shared.Return(batch);
    }
}
