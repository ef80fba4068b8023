namespace Search.Engine.Store;

/// <summary>An operating-system lock on <c>write.lock</c>, the one that Lucene in Java takes; it dies with the process.</summary>
/// <remarks>
/// A POSIX record lock on the whole file (LockFileEx on Windows): container notes, section 13. Record locks belong to the
/// process, so writers of one process are told apart by the set of real paths that it has locked.
/// </remarks>
internal sealed class MappedWriteLock : WriteLock
{
    // The one static state of the store: what the operating system cannot keep apart for us.
    private static readonly HashSet<string> HeldByThisProcess = new(StringComparer.Ordinal);
    private static readonly Lock Gate = new();

    private readonly string _path;
    private readonly FileStream _file;
    private readonly DateTime _creationTimeUtc;
    private bool _released;

    private MappedWriteLock(string path, FileStream file)
    {
        _path = path;
        _file = file;
        _creationTimeUtc = File.GetCreationTimeUtc(path);
    }

    /// <exception cref="LockHeldException">A writer of this or of another process holds it.</exception>
    public static MappedWriteLock Obtain(string folder)
    {
        string realFolder = OperatingSystem.IsWindows() ? Path.GetFullPath(folder) : LibC.RealPathOf(folder);
        string path = Path.Combine(realFolder, FileName);
        lock (Gate)
        {
            if (!HeldByThisProcess.Add(path))
                throw new LockHeldException($"This process already has a writer open on {realFolder}; close it first.");
        }
        try
        {
            return new MappedWriteLock(path, OpenLocked(path, realFolder));
        }
        catch
        {
            Forget(path);
            throw;
        }
    }

    public override void EnsureValid()
    {
        ObjectDisposedException.ThrowIf(_released, this);
        var current = new FileInfo(_path);
        if (!current.Exists || current.Length != 0 || current.CreationTimeUtc != _creationTimeUtc)
            throw new IOException($"{_path} was replaced while it was locked; another writer may be at work.");
    }

    public override void Dispose()
    {
        lock (Gate)
        {
            if (_released)
                return;
            _released = true;
        }
        _file.Dispose();
        Forget(_path);
    }

    private static FileStream OpenLocked(string path, string folder)
    {
        // Any other share mode would also take a flock, which means nothing to Java.
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        try
        {
            if (!TryLock(file, path))
                throw new LockHeldException($"Another process is writing to {folder}: it holds the lock on {FileName}.");
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static bool TryLock(FileStream file, string path)
    {
        if (!OperatingSystem.IsWindows())
            return LibC.TryLockWholeFile(file.SafeFileHandle, path);
        try
        {
            file.Lock(0, long.MaxValue);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void Forget(string path)
    {
        lock (Gate)
            HeldByThisProcess.Remove(path);
    }
}
