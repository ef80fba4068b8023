namespace Search.Articles.Indexing;

/// <summary>Tells when something happens in folders or to files. What happened is found by looking: events may be lost or come twice.</summary>
internal sealed class FolderEvents : IDisposable
{
    private const int BufferBytes = 64 << 10;

    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly ManualResetEventSlim _happened = new();

    /// <summary>Starts to listen.</summary>
    /// <exception cref="IOException">The system cannot watch so many folders.</exception>
    public static FolderEvents Listen(IReadOnlyList<string> paths)
    {
        var events = new FolderEvents();
        try
        {
            foreach (string path in paths)
                events.Add(Path.GetFullPath(path));
            return events;
        }
        catch
        {
            events.Dispose();
            throw;
        }
    }

    /// <summary>Waits for the next event; true when there was one.</summary>
    public bool Wait(TimeSpan limit, CancellationToken cancellation)
    {
        if (!_happened.Wait(limit, cancellation))
            return false;
        _happened.Reset();
        return true;
    }

    public void Dispose()
    {
        foreach (FileSystemWatcher watcher in _watchers)
            watcher.Dispose();
        _happened.Dispose();
    }

    private void Add(string path)
    {
        bool isFolder = Directory.Exists(path);
        var watcher = new FileSystemWatcher(isFolder ? path : Path.GetDirectoryName(path)!)
        {
            IncludeSubdirectories = isFolder,
            InternalBufferSize = BufferBytes,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        if (!isFolder)
            watcher.Filters.Add(Path.GetFileName(path));
        _watchers.Add(watcher);
        watcher.Created += (_, _) => Happened();
        watcher.Changed += (_, _) => Happened();
        watcher.Deleted += (_, _) => Happened();
        watcher.Renamed += (_, _) => Happened();
        watcher.Error += (_, _) => Happened(); // events were lost: the next look finds what they were
        watcher.EnableRaisingEvents = true;
    }

    private void Happened()
    {
        try
        {
            _happened.Set();
        }
        catch (ObjectDisposedException)
        {
            // The watching has ended while this event was under way.
        }
    }
}
