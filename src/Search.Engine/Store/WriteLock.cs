namespace Search.Engine.Store;

/// <summary>The right to write to a directory; held until disposed or until the process ends.</summary>
public abstract class WriteLock : IDisposable
{
    /// <summary>Name of the lock file, in every implementation of the format.</summary>
    public const string FileName = "write.lock";

    /// <summary>Throws when the lock is no longer good (released, or its file replaced).</summary>
    /// <exception cref="IOException">The lock was lost: nothing may be written any more.</exception>
    public abstract void EnsureValid();

    /// <inheritdoc/>
    public abstract void Dispose();
}
