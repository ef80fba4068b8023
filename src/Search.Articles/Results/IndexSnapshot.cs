using Search.Articles.Schema;
using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Similarities;
using Search.Engine.Segments;

namespace Search.Articles.Results;

/// <summary>One commit of an article index, open for searching.</summary>
/// <remarks>Shareable. Held through a <see cref="Lease"/>, so that a refresh does not close files under a running search.</remarks>
internal sealed class IndexSnapshot
{
    private readonly DirectoryReader _reader;
    private readonly Lazy<ArticleTwins> _twins;
    private readonly Lazy<long?> _newest;
    private readonly SnapshotSuggestions _suggestions;

    /// <param name="before">The snapshot that this one replaces; null for the first.</param>
    public IndexSnapshot(DirectoryReader reader, IndexSnapshot? before = null)
    {
        _reader = reader;
        Searcher = new IndexSearcher(reader) { StatisticsOverride = OnePerPosition };
        Blocks = ArticleBlocks.Create(reader);
        _newest = new Lazy<long?>(() => FindNewest(reader, DateTimeOffset.UtcNow.ToUnixTimeSeconds()));
        _suggestions = new SnapshotSuggestions(this, before?._suggestions.Newest);
        _twins = new Lazy<ArticleTwins>(() => ArticleTwins.Find(reader, Blocks));
    }

    public IndexSearcher Searcher { get; }

    public ArticleBlocks Blocks { get; }

    /// <summary>When the newest article was published that is not dated in the future, in seconds since 1970; null when none is dated.</summary>
    public long? NewestSecond => _newest.Value;

    /// <summary>Which articles are nearly identical; found out when it is first asked for.</summary>
    public ArticleTwins Twins => _twins.Value;

    /// <summary>What can be suggested while somebody types; those of the snapshot before until its own are gathered.</summary>
    public SuggestionTable Suggestions => _suggestions.Current;

    public DirectoryReader Reader => _reader;

    public long Generation => _reader.Generation;

    public int ParagraphCount => _reader.NumDocs - Blocks.ArticleCount;

    /// <summary>Keeps the files open until the lease is disposed; null when they are closed already.</summary>
    public Lease? TryAcquire() => _reader.TryAcquire() ? new Lease(this) : null;

    /// <summary>Drops the owner's hold; the files close with the last lease.</summary>
    public void Close() => _reader.Dispose();

    private static long? FindNewest(DirectoryReader reader, long now)
    {
        long? newest = null;
        foreach (Leaf leaf in reader.Leaves)
        {
            if (leaf.Reader.NumericColumn(ArticleFields.Published) is not { } column)
                continue;
            for (int doc = column.NextDoc(); doc != DocIdCursor.NoMoreDocs; doc = column.NextDoc())
            {
                if (column.Value <= now && !(column.Value <= newest) && leaf.Reader.LiveDocs?.Get(doc) != false)
                    newest = column.Value;
            }
        }
        return newest;
    }

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
