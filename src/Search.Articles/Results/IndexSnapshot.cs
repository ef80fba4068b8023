using Search.Articles.Schema;
using Search.Engine.Search;
using Search.Engine.Search.Similarities;
using Search.Engine.Segments;

namespace Search.Articles.Results;

/// <summary>One commit of an article index, open for searching.</summary>
/// <remarks>Shareable. Held through a <see cref="Lease"/>, so that a refresh does not close files under a running search.</remarks>
internal sealed class IndexSnapshot
{
    private readonly DirectoryReader _reader;

    public IndexSnapshot(DirectoryReader reader)
    {
        _reader = reader;
        Searcher = new IndexSearcher(reader) { StatisticsOverride = OnePerPosition };
        Blocks = ArticleBlocks.Create(reader);
    }

    public IndexSearcher Searcher { get; }

    public ArticleBlocks Blocks { get; }

    public DirectoryReader Reader => _reader;

    public long Generation => _reader.Generation;

    public int ParagraphCount => _reader.NumDocs - Blocks.ArticleCount;

    /// <summary>Keeps the files open until the lease is disposed; null when they are closed already.</summary>
    public Lease? TryAcquire() => _reader.TryAcquire() ? new Lease(this) : null;

    /// <summary>Drops the owner's hold; the files close with the last lease.</summary>
    public void Close() => _reader.Dispose();

    // Every position of a text field holds two terms, but the norms count positions: so does the average length.
    private static CollectionStatistics OnePerPosition(string name, CollectionStatistics statistics) =>
        ArticleAnalysis.TextFields.Contains(name, StringComparer.Ordinal)
            ? statistics with { SumTotalTermFreq = statistics.SumTotalTermFreq / 2 }
            : statistics;

    /// <summary>A hold on a snapshot.</summary>
    public sealed class Lease(IndexSnapshot snapshot) : IDisposable
    {
        public IndexSnapshot Snapshot { get; } = snapshot;

        public void Dispose() => Snapshot._reader.Release();
    }
}
