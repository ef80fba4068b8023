using Search.Articles.Results;
using Search.Articles.Searching;
using Search.Engine.Store;

namespace Search.Articles.Indexing;

/// <summary>An article index in a folder of this machine: an Apache Lucene 8 index, read and written by the engine in this process.</summary>
/// <remarks>
/// Shareable between threads. Sees commits of other processes within a second. Writes wait for each other, searches for none of them; the lock
/// against other processes is held only while something is written.
/// </remarks>
public sealed class EmbeddedArticleIndex : IArticleIndex
{
    private readonly ServedSnapshot _served;
    private readonly SharedWriter _writer;

    private EmbeddedArticleIndex(string folder)
    {
        _served = new ServedSnapshot(folder);
        _writer = new SharedWriter(_served);
    }

    /// <summary>Opens the index of a folder, which need not exist yet.</summary>
    /// <exception cref="InvalidDataException">The folder holds an index of another program.</exception>
    /// <exception cref="CorruptIndexException">The newest commit is damaged.</exception>
    public static EmbeddedArticleIndex Open(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var index = new EmbeddedArticleIndex(Path.GetFullPath(folder));
        try
        {
            index._served.Refresh();
            return index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IndexStatus Status
    {
        get
        {
            using IndexSnapshot.Lease? lease = _served.Acquire();
            if (lease is null)
                return new IndexStatus(0, 0, 0, null, _writer.IsElsewhere);
            IndexSnapshot snapshot = lease.Snapshot;
            return new IndexStatus(snapshot.Blocks.ArticleCount, snapshot.ParagraphCount, snapshot.Generation, CommitData.CommittedAt(snapshot), _writer.IsElsewhere);
        }
    }

    /// <inheritdoc/>
    public IndexReport Synchronize(IReadOnlyList<string> paths, IProgress<IndexProgress>? progress = null, CancellationToken cancellation = default) =>
        Synchronize(paths, SynchronizeOptions.Default, progress, cancellation);

    /// <inheritdoc/>
    public IndexReport Synchronize(
        IReadOnlyList<string> paths, SynchronizeOptions options, IProgress<IndexProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(options);
        return Synchronizer.Run(paths, options, progress, cancellation);
    }

    /// <inheritdoc/>
    public IArticleWatch Watch(IReadOnlyList<string> paths, WatchOptions options)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(options);
        return new FolderWatcher(Synchronizer, paths, options);
    }

    /// <inheritdoc/>
    public WriteReport Put(IEnumerable<ArticleSubmission> articles, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var submissions = new SubmissionWriter(_writer, _served);
        submissions.Write(articles, cancellation);
        return submissions.Report(Status.Generation);
    }

    /// <inheritdoc/>
    public bool Delete(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _writer.Change(session =>
        {
            if (!Holds(id))
                return false;
            session.Delete(id);
            session.Commit();
            return true;
        });
    }

    /// <inheritdoc/>
    public SearchAnswer Search(ArticleQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        using IndexSnapshot.Lease lease = AcquireForSearch(query.Cursor);
        using var search = new ArticleSearch(lease.Snapshot, query, withFacets: true, cancellation);
        return search.ToArticles();
    }

    /// <inheritdoc/>
    public SnippetAnswer Snippets(ArticleQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        using IndexSnapshot.Lease lease = AcquireForSearch(query.Cursor);
        using var search = new ArticleSearch(lease.Snapshot, query, withFacets: false, cancellation);
        return search.ToSnippets();
    }

    /// <inheritdoc/>
    public IEnumerable<SnippetHit> Export(ArticleQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        using IndexSnapshot.Lease lease = AcquireForSearch(cursor: null);
        return new ResultStream(lease.Snapshot, new ArticleSearch(lease.Snapshot, query with { Cursor = null }, withFacets: false, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public SnippetAnswer? Similar(string id, string key, int limit = 10, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(key);
        using IndexSnapshot.Lease? lease = _served.Acquire();
        return lease is null ? null : new SimilarParagraphs(lease.Snapshot).Find(id, key, limit, cancellation);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Suggestion> Suggest(string prefix, int limit = 8)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        using IndexSnapshot.Lease? lease = _served.Acquire();
        return lease is null ? [] : new SuggestionSearch(lease.Snapshot).Find(prefix, limit);
    }

    /// <inheritdoc/>
    public ArticleList List(int limit, string? cursor = null)
    {
        using IndexSnapshot.Lease? lease = _served.Acquire(cursor);
        return lease is null ? new ArticleList([], 0, null) : new ArticleReading(lease.Snapshot).List(limit, cursor);
    }

    /// <inheritdoc/>
    public ArticleView? GetArticle(string id, string? query = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        using IndexSnapshot.Lease? lease = _served.Acquire();
        return lease is null ? null : new ArticleReading(lease.Snapshot).Read(id, query);
    }

    /// <inheritdoc/>
    public ParagraphView? GetParagraph(string id, string key, int context = 0, string? query = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentOutOfRangeException.ThrowIfNegative(context);
        using IndexSnapshot.Lease? lease = _served.Acquire();
        return lease is null ? null : new ArticleReading(lease.Snapshot).ReadParagraph(id, key, context, query);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _served.Dispose();
    }

    private ArticleSynchronizer Synchronizer => new(_writer, _served, () => Status);

    private bool Holds(string id)
    {
        using IndexSnapshot.Lease? lease = _served.Acquire();
        return lease?.Snapshot.Blocks.Find(id) is not null;
    }

    private IndexSnapshot.Lease AcquireForSearch(string? cursor) => _served.Acquire(cursor) ?? throw new NoIndexException();
}
