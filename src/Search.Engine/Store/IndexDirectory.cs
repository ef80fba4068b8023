namespace Search.Engine.Store;

/// <summary>A flat set of write-once files: where an index lives.</summary>
/// <remarks>Shareable between threads. A file is created, written from start to end, closed, and never changed again.</remarks>
public abstract class IndexDirectory : IDisposable
{
    /// <summary>Names of all files, in ordinal order.</summary>
    public abstract IReadOnlyList<string> ListAll();

    /// <summary>Length of a file in bytes.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public abstract long FileLength(string name);

    /// <summary>Opens a file for reading; the caller disposes the input, slices and clones are borrowed from it.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public abstract IndexInput OpenInput(string name);

    /// <summary>Creates a file that must not exist; the caller disposes the output.</summary>
    /// <exception cref="IOException">The file exists, or cannot be created.</exception>
    public abstract IndexOutput CreateOutput(string name);

    /// <summary>Removes a file; inputs that are open on it stay readable.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public abstract void DeleteFile(string name);

    /// <summary>Renames a file atomically; <paramref name="target"/> must not exist.</summary>
    public abstract void Rename(string source, string target);

    /// <summary>Makes the content of the named files survive a power loss.</summary>
    public abstract void Sync(IEnumerable<string> names);

    /// <summary>Makes creations, renames and deletions survive a power loss.</summary>
    public abstract void SyncMetadata();

    /// <summary>Takes the write lock at once or not at all.</summary>
    /// <exception cref="LockHeldException">Another writer holds it.</exception>
    public abstract WriteLock ObtainWriteLock();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the directory holds; open inputs keep working.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
