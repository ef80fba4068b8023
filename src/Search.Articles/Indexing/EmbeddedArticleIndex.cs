using System.Diagnostics;
using System.Globalization;
using Search.Articles.Results;
using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Indexing;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Articles.Indexing;

/// <summary>An article index in a folder of this machine: an Apache Lucene 8 index, read and written by the engine in this process.</summary>
/// <remarks>Shareable between threads. Sees commits of other processes within <see cref="RefreshInterval"/>.</remarks>
public sealed class EmbeddedArticleIndex : IArticleIndex
{
    private const string VersionKey = "search.version";
    private const string KnowledgeKey = "search.collection";
    private const string CommittedKey = "search.committed";

    // Every search visits each segment: a large buffer makes few, and leaves little to merge.
    private const long BufferBytes = 64L << 20;

    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(1);

    private readonly string _folder;
    private readonly MappedDirectory _directory;
    private readonly Lock _refreshing = new();
    private readonly Lock _writing = new();
    private IndexSnapshot? _snapshot;
    private long _lastRefresh;
    private volatile bool _writerElsewhere;
    private volatile bool _disposed;

    private EmbeddedArticleIndex(string folder)
    {
        _folder = folder;
        _directory = MappedDirectory.Open(folder);
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
            index.Refresh();
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
            using IndexSnapshot.Lease? lease = Acquire();
            if (lease is null)
                return new IndexStatus(0, 0, 0, null, _writerElsewhere);
            IndexSnapshot snapshot = lease.Snapshot;
            return new IndexStatus(snapshot.Blocks.ArticleCount, snapshot.ParagraphCount, snapshot.Generation, CommittedAt(snapshot), _writerElsewhere);
        }
    }

    /// <inheritdoc/>
    public IndexReport Synchronize(IReadOnlyList<string> paths, IProgress<IndexProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ObjectDisposedException.ThrowIf(_disposed, this);
        long started = Stopwatch.GetTimestamp();
        lock (_writing)
        {
            using IndexWriter writer = OpenWriter();
            try
            {
                ArticleSynchronizer done = Synchronize(writer, paths, progress, cancellation);
                writer.Dispose();
                Refresh();
                return done.Report(Status, started);
            }
            catch
            {
                writer.Rollback();
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public SearchAnswer Search(ArticleQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        using IndexSnapshot.Lease lease = AcquireForSearch();
        return new ArticleSearch(lease.Snapshot, query, cancellation).ToArticles();
    }

    /// <inheritdoc/>
    public SnippetAnswer Snippets(ArticleQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        using IndexSnapshot.Lease lease = AcquireForSearch();
        return new ArticleSearch(lease.Snapshot, query, cancellation).ToSnippets();
    }

    /// <inheritdoc/>
    public ArticleList List(int limit, string? cursor = null)
    {
        using IndexSnapshot.Lease? lease = Acquire();
        return lease is null ? new ArticleList([], 0, null) : new ArticleReading(lease.Snapshot).List(limit, cursor);
    }

    /// <inheritdoc/>
    public ArticleView? GetArticle(string id, string? query = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        using IndexSnapshot.Lease? lease = Acquire();
        return lease is null ? null : new ArticleReading(lease.Snapshot).Read(id, query);
    }

    /// <inheritdoc/>
    public ParagraphView? GetParagraph(string id, string key, int context = 0, string? query = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentOutOfRangeException.ThrowIfNegative(context);
        using IndexSnapshot.Lease? lease = Acquire();
        return lease is null ? null : new ArticleReading(lease.Snapshot).ReadParagraph(id, key, context, query);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        lock (_refreshing)
        {
            _snapshot?.Close();
            _snapshot = null;
        }
        _directory.Dispose();
    }

    private static DateTimeOffset? CommittedAt(IndexSnapshot snapshot) =>
        snapshot.Reader.UserData.TryGetValue(CommittedKey, out string? text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTimeOffset at) ? at : null;

    private ArticleSynchronizer Synchronize(IndexWriter writer, IReadOnlyList<string> paths, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        using IndexSnapshot.Lease? lease = IsOutdated ? null : Acquire();
        var scan = SourceScan.Run(paths, progress, cancellation);
        var synchronizer = new ArticleSynchronizer(writer, lease is null ? [] : ExistingArticles.Read(lease.Snapshot), scan, progress, cancellation);
        if (lease is not null && !synchronizer.HasChanges)
            return synchronizer;
        CollectionKnowledge? known = CollectionKnowledge.TryLoad(_folder, lease?.Snapshot.Reader.UserData.GetValueOrDefault(KnowledgeKey));
        string saved = synchronizer.Run(known).Save(_folder);
        writer.SetUserData(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [VersionKey] = ArticleAnalysis.Version,
            [KnowledgeKey] = saved,
            [CommittedKey] = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture),
        });
        writer.Commit();
        CollectionKnowledge.DeleteAllBut(_folder, saved);
        return synchronizer;
    }

    private IndexWriter OpenWriter()
    {
        try
        {
            IndexWriter writer = IndexWriter.Open(_directory, new IndexWriterOptions
            {
                Analyzer = ArticleAnalysis.ForIndexing,
                BufferBytes = BufferBytes,
                OpenMode = IsOutdated ? OpenMode.Create : OpenMode.CreateOrAppend,
            });
            _writerElsewhere = false;
            return writer;
        }
        catch (LockHeldException held)
        {
            _writerElsewhere = true;
            throw new IndexInUseException($"Another process is writing to the index in {_folder}.", held);
        }
    }

    // Written by an earlier version of this program: to be built anew from the folder.
    private bool IsOutdated => _snapshot is { } snapshot && snapshot.Reader.UserData.GetValueOrDefault(VersionKey) != ArticleAnalysis.Version;

    private IndexSnapshot.Lease AcquireForSearch() =>
        Acquire() ?? throw new NoIndexException();

    private IndexSnapshot.Lease? Acquire()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Stopwatch.GetElapsedTime(Volatile.Read(ref _lastRefresh)) > RefreshInterval)
            Refresh();
        // A snapshot that is closed between the read and the acquisition has a successor.
        for (IndexSnapshot? snapshot = Volatile.Read(ref _snapshot); snapshot is not null; snapshot = Volatile.Read(ref _snapshot))
        {
            if (snapshot.TryAcquire() is { } lease)
                return lease;
        }
        return null;
    }

    private void Refresh()
    {
        lock (_refreshing)
        {
            Volatile.Write(ref _lastRefresh, Stopwatch.GetTimestamp());
            IndexSnapshot? old = _snapshot;
            DirectoryReader? reader = old is null ? TryOpen() : DirectoryReader.OpenIfChanged(old.Reader);
            if (reader is null)
                return;
            Volatile.Write(ref _snapshot, new IndexSnapshot(reader));
            old?.Close();
        }
    }

    private DirectoryReader? TryOpen()
    {
        DirectoryReader reader;
        try
        {
            reader = DirectoryReader.Open(_directory);
        }
        catch (IndexNotFoundException)
        {
            return null;
        }
        if (reader.UserData.ContainsKey(VersionKey) || reader.MaxDoc == 0)
            return reader;
        reader.Dispose();
        throw new InvalidDataException($"The index in {_folder} was not made by this program; it is left alone. Name another folder.");
    }
}
