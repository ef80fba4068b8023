using Search.Articles.Searching;

namespace Search.Articles.Indexing;

/// <summary>Lends the one open writer of an index to whoever writes, and closes it a moment after the last use.</summary>
/// <remarks>
/// Shareable between threads: one uses it at a time, the others wait. It stays open between uses that follow each other closely, because
/// opening costs more than a small write; it is closed soon after, so that other processes can write.
/// </remarks>
internal sealed class SharedWriter : IDisposable
{
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ServedSnapshot _served;
    private readonly KnowledgeStore _knowledge;
    private readonly Lock _using = new();
    private readonly Timer _closing;
    private WritingSession? _session;
    private volatile bool _isElsewhere;
    private bool _disposed;

    public SharedWriter(ServedSnapshot served)
    {
        _served = served;
        _knowledge = new KnowledgeStore(served.Folder);
        _closing = new Timer(_ => CloseIdle());
    }

    /// <summary>Whether another process held the lock when it was last needed.</summary>
    public bool IsElsewhere => _isElsewhere;

    /// <summary>How often changes were given up: another number than before says that what was not committed then is lost.</summary>
    public int Losses { get; private set; }

    /// <summary>Does some work with the writer. When it fails, everything that is not committed is given up.</summary>
    /// <exception cref="IndexInUseException">Another process is writing, or this one does for a long time.</exception>
    public T Use<T>(Func<WritingSession, T> work)
    {
        if (!_using.TryEnter(Patience))
            throw new IndexInUseException($"The index in {_served.Folder} is being written to. Try again later.");
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _closing.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            T result = work(_session ??= Open());
            _closing.Change(Linger, Timeout.InfiniteTimeSpan);
            return result;
        }
        catch
        {
            GiveUp();
            throw;
        }
        finally
        {
            _using.Exit();
        }
    }

    /// <summary>As <see cref="Use"/>, for changes of single articles: an index that must be built anew from its folder takes none.</summary>
    public T Change<T>(Func<WritingSession, T> work)
    {
        // Seen before waiting: whoever builds it anew keeps the writer for long, and the commit would hold nothing else.
        if (_served.IsOutdated)
            throw new IndexInUseException($"The index in {_served.Folder} is of an earlier version of this program. Index its folder again first.");
        return Use(work);
    }

    /// <summary>Gives up what is not committed.</summary>
    public void Discard()
    {
        lock (_using)
            GiveUp();
    }

    /// <summary>Finishes merging, if that is due, and closes the writer now.</summary>
    public void Close()
    {
        lock (_using)
        {
            if (_session is { HasChanges: false })
                _session.Close();
            GiveUp();
        }
    }

    public void Dispose()
    {
        lock (_using)
        {
            if (_disposed)
                return;
            _disposed = true;
            GiveUp();
        }
        _closing.Dispose();
    }

    private WritingSession Open()
    {
        try
        {
            var session = WritingSession.Open(_served, _knowledge);
            _isElsewhere = false;
            return session;
        }
        catch (IndexInUseException)
        {
            _isElsewhere = true;
            throw;
        }
    }

    private void CloseIdle()
    {
        lock (_using)
        {
            if (_session is null or { HasChanges: true })
                return;
            try
            {
                _session.Close();
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // Merging is all that was left to do: what was committed stays, and the next writer merges, or meets the fault where somebody hears of it.
            }
            GiveUp();
        }
    }

    private void GiveUp()
    {
        if (_session is null)
            return;
        if (_session.HasChanges)
            Losses++;
        _session.Dispose();
        _session = null;
    }
}
