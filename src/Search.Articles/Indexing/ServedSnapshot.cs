using Search.Articles.Results;
using Search.Articles.Schema;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Articles.Indexing;

/// <summary>The newest commit of an index folder, open for searching; commits of other processes are seen within <see cref="RefreshInterval"/>.</summary>
/// <remarks>Shareable between threads. A search that goes on keeps the snapshot that it started on.</remarks>
internal sealed class ServedSnapshot : IDisposable
{
    public static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _refreshing = new();
    private readonly PastSnapshots _past = new(TimeProvider.System);
    private IndexSnapshot? _snapshot;
    private long _lastRefresh;
    private volatile bool _disposed;

    public ServedSnapshot(string folder)
    {
        Folder = folder;
        Directory = MappedDirectory.Open(folder);
    }

    public string Folder { get; }

    public MappedDirectory Directory { get; }

    /// <summary>Whether an earlier version of this program wrote the index: it is to be built anew.</summary>
    public bool IsOutdated => _snapshot is { } snapshot && snapshot.Reader.UserData.GetValueOrDefault(CommitData.Version) != ArticleAnalysis.Version;

    /// <summary>The newest commit; null when there is none yet. The caller disposes it.</summary>
    public IndexSnapshot.Lease? Acquire()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (System.Diagnostics.Stopwatch.GetElapsedTime(Volatile.Read(ref _lastRefresh)) > RefreshInterval)
            Refresh();
        // A snapshot that is closed between the read and the acquisition has a successor.
        for (IndexSnapshot? snapshot = Volatile.Read(ref _snapshot); snapshot is not null; snapshot = Volatile.Read(ref _snapshot))
        {
            if (snapshot.TryAcquire() is { } lease)
                return lease;
        }
        return null;
    }

    /// <summary>The commit that a page of results continues on; the newest one without a cursor; null when there is none yet.</summary>
    /// <exception cref="Searching.QueryException">The text is no cursor, or its commit is no longer kept.</exception>
    public IndexSnapshot.Lease? Acquire(string? cursor)
    {
        if (cursor is null)
            return Acquire();
        long generation = PageCursor.Parse(cursor).Generation;
        IndexSnapshot.Lease? newest = Acquire();
        if (newest is null || newest.Snapshot.Generation == generation)
            return newest;
        newest.Dispose();
        return _past.TryAcquire(generation) ?? throw PageCursor.Gone();
    }

    /// <summary>Looks for a newer commit now.</summary>
    public void Refresh()
    {
        lock (_refreshing)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            Volatile.Write(ref _lastRefresh, System.Diagnostics.Stopwatch.GetTimestamp());
            _past.Trim();
            IndexSnapshot? old = _snapshot;
            DirectoryReader? reader = old is null ? TryOpen() : DirectoryReader.OpenIfChanged(old.Reader);
            if (reader is null)
                return;
            Volatile.Write(ref _snapshot, new IndexSnapshot(reader, old));
            if (old is not null)
                _past.Keep(old);
        }
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        lock (_refreshing)
        {
            _disposed = true;
            _snapshot?.Close();
            _snapshot = null;
            _past.Close();
        }
        Directory.Dispose();
    }

    private DirectoryReader? TryOpen()
    {
        DirectoryReader reader;
        try
        {
            reader = DirectoryReader.Open(Directory);
        }
        catch (IndexNotFoundException)
        {
            return null;
        }
        if (reader.UserData.ContainsKey(CommitData.Version) || reader.MaxDoc == 0)
            return reader;
        reader.Dispose();
        throw new InvalidDataException($"The index in {Folder} was not made by this program; it is left alone. Name another folder.");
    }
}
