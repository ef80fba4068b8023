using System.Collections.Concurrent;

namespace Search.Engine.Store;

/// <summary>An index in memory: for tests and for indexes that live as long as the process.</summary>
/// <remarks>Shareable between threads. A file is at most 2 GB and is empty to readers until it is closed.</remarks>
public sealed class MemoryDirectory : IndexDirectory
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private MemoryWriteLock? _writer;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ListAll() => [.. _files.Keys.Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override long FileLength(string name) => Find(name).Length;

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name) => new(name, new PinnedMemory(Find(name)));

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name)
    {
        FileNames.ThrowIfIllegal(name);
        byte[] placeholder = GC.AllocateUninitializedArray<byte>(0, pinned: true);
        if (!_files.TryAdd(name, placeholder))
            throw new IOException($"{name} exists already.");
        // A file that was deleted while it was written stays deleted.
        return new IndexOutput(name, new MemoryFileSink(content => _files.TryUpdate(name, content, placeholder)));
    }

    /// <inheritdoc/>
    public override void DeleteFile(string name)
    {
        if (!_files.TryRemove(name, out _))
            throw NotFound(name);
    }

    /// <inheritdoc/>
    public override void Rename(string source, string target)
    {
        FileNames.ThrowIfIllegal(target);
        if (!_files.TryAdd(target, Find(source)))
            throw new IOException($"{target} exists already.");
        _files.TryRemove(source, out _);
    }

    /// <summary>Nothing survives a power loss; only checks that the files are there.</summary>
    public override void Sync(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (string name in names)
            Find(name);
    }

    /// <summary>Nothing to do in memory.</summary>
    public override void SyncMetadata()
    {
    }

    /// <inheritdoc/>
    public override WriteLock ObtainWriteLock()
    {
        var claim = new MemoryWriteLock(this);
        if (Interlocked.CompareExchange(ref _writer, claim, null) is not null)
            throw new LockHeldException("Another writer of this process holds the in-memory index; close it first.");
        return claim;
    }

    private byte[] Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _files.TryGetValue(name, out byte[]? content) ? content : throw NotFound(name);
    }

    private static FileNotFoundException NotFound(string name) => new($"There is no file {name} in the in-memory index.", name);

    private sealed class MemoryWriteLock(MemoryDirectory directory) : WriteLock
    {
        public override void EnsureValid()
        {
            if (directory._writer != this)
                throw new IOException("The write lock of the in-memory index was released.");
        }

        public override void Dispose() => Interlocked.CompareExchange(ref directory._writer, null, this);
    }
}
