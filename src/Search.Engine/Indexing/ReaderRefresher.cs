using Search.Engine.Index;
using Search.Engine.Indexing.Readers;
using Search.Engine.Search;
using Search.Engine.Segments;

namespace Search.Engine.Indexing;

/// <summary>Keeps a searcher over a writer's newest changes: re-opened at an interval, or when somebody asks.</summary>
/// <remarks>
/// <para>Shareable between threads. <see cref="Acquire"/> takes no lock: a search never waits for a refresh. A searcher that was
/// acquired never changes and stays valid until its lease is disposed, also after the refresher and the writer are.</para>
/// <para>Dispose it before or after the writer; it does not own the writer.</para>
/// </remarks>
public sealed class ReaderRefresher : IDisposable
{
    private readonly IndexWriter _writer;
    private readonly Func<IndexReader, IndexSearcher> _createSearcher;
    private readonly ITimer _timer;
    private readonly Lock _refreshing = new(); // one refresh at a time; nobody else ever takes it
    private volatile OpenSearcher? _current;

    /// <summary>Opens the first searcher and starts to refresh.</summary>
    /// <param name="interval">How often to look for changes; <see cref="Timeout.InfiniteTimeSpan"/>: only when asked.</param>
    /// <param name="createSearcher">Makes the searcher of a reader, which it does not own; null: one with default settings.</param>
    /// <param name="time">Where the interval is measured; null: the system's clock.</param>
    public ReaderRefresher(IndexWriter writer, TimeSpan interval, Func<IndexReader, IndexSearcher>? createSearcher = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _writer = writer;
        _createSearcher = createSearcher ?? (reader => new IndexSearcher(reader));
        long sequence = writer.LastSequenceNumber;
        _current = Open(writer.OpenReader(), sequence);
        _timer = (time ?? TimeProvider.System).CreateTimer(_ => RefreshInBackground(), state: null, interval, interval);
    }

    /// <summary>Called after every refresh that brought a new searcher, by the thread that refreshed, which holds no lock of the writer.</summary>
    /// <remarks>A listener that throws makes <see cref="Refresh"/> throw; in the background that is <see cref="Failure"/>.</remarks>
    public event EventHandler? Refreshed;

    /// <summary>Why the latest refresh in the background failed, for example because the writer ended; null when it did not.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>All changes up to this number are in what <see cref="Acquire"/> returns.</summary>
    /// <exception cref="ObjectDisposedException">The refresher is disposed.</exception>
    public long SequenceNumber => Current().Sequence;

    /// <summary>The current searcher; disposing the lease gives it back.</summary>
    /// <exception cref="ObjectDisposedException">The refresher is disposed.</exception>
    public SearcherLease Acquire()
    {
        while (true)
        {
            OpenSearcher current = Current();
            if (current.Searcher.Reader.TryAcquire())
                return new SearcherLease(current.Searcher);
        }
    }

    /// <summary>Brings all changes so far in, now; false when there was nothing new.</summary>
    /// <exception cref="ObjectDisposedException">The refresher or the writer is closed.</exception>
    public bool Refresh()
    {
        lock (_refreshing)
            return RefreshLocked();
    }

    /// <summary>Returns when the change of this number, and all before, are in what <see cref="Acquire"/> returns.</summary>
    /// <param name="sequenceNumber">What the writer returned for the change.</param>
    /// <exception cref="ObjectDisposedException">The refresher or the writer is closed.</exception>
    public void WaitFor(long sequenceNumber)
    {
        if (SequenceNumber >= sequenceNumber)
            return;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequenceNumber, _writer.LastSequenceNumber);
        lock (_refreshing)
        {
            if (SequenceNumber < sequenceNumber)
                RefreshLocked();
        }
    }

    /// <summary>Stops refreshing and lets the current searcher go; leases that are out stay valid.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_refreshing)
        {
            _current?.Searcher.Reader.Dispose();
            _current = null;
        }
    }

    private OpenSearcher Current()
    {
        OpenSearcher? current = _current;
        ObjectDisposedException.ThrowIf(current is null, this);
        return current;
    }

    private bool RefreshLocked()
    {
        OpenSearcher old = Current();
        long sequence = _writer.LastSequenceNumber; // before opening: the reader has at least these
        DirectoryReader? reader = _writer.OpenIfChanged((DirectoryReader)old.Searcher.Reader);
        if (reader is null)
        {
            _current = old with { Sequence = sequence };
            return false;
        }
        _current = Open(reader, sequence);
        old.Searcher.Reader.Dispose();
        Refreshed?.Invoke(this, EventArgs.Empty);
        return true;
    }

    private OpenSearcher Open(DirectoryReader reader, long sequence)
    {
        try
        {
            return new OpenSearcher(_createSearcher(reader), sequence);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private void RefreshInBackground()
    {
        // Where a refresh is at work, this one would find nothing.
        if (!_refreshing.TryEnter())
            return;
        try
        {
            if (_current is not null)
                RefreshLocked();
            Failure = null;
        }
        catch (Exception fault)
        {
            Failure = fault; // the searcher stays what it was; whoever waits for a change gets the failure from the writer
        }
        finally
        {
            _refreshing.Exit();
        }
    }
}
