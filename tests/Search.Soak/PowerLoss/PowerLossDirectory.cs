using Search.Engine.Store;

namespace Search.Soak.PowerLoss;

/// <summary>A disk in memory that knows what would survive a power loss now: only what was synced, unless luck has it otherwise.</summary>
/// <remarks>
/// As strict as POSIX allows: the content of a file is durable up to its last <see cref="IndexDirectory.Sync"/>, creations,
/// renames and deletions from the next <see cref="IndexDirectory.SyncMetadata"/> on. Shareable between threads.
/// </remarks>
public sealed class PowerLossDirectory : IndexDirectory
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DiskFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DiskFile> _durableEntries = new(StringComparer.Ordinal);
    private readonly List<EntryChange> _pending = [];
    private readonly Action<string>? _afterOperation;
    private bool _locked;

    /// <param name="afterOperation">Called after every change, with what it was; no other change happens meanwhile.</param>
    public PowerLossDirectory(Action<string>? afterOperation = null) => _afterOperation = afterOperation;

    /// <summary>How often something became durable: without luck, a loss leaves the same as long as this number stays.</summary>
    public int DurableChanges { get; private set; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> ListAll()
    {
        lock (_lock)
            return [.. _files.Keys.Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public override long FileLength(string name)
    {
        lock (_lock)
            return Find(name).Content.Length;
    }

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name)
    {
        lock (_lock)
            return Find(name).Open(name);
    }

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name)
    {
        FileNames.ThrowIfIllegal(name);
        var file = new DiskFile();
        Change($"create {name}", new EntryChange(null, name, file));
        return new IndexOutput(name, new DiskFileSink(bytes =>
        {
            lock (_lock)
            {
                file.Append(bytes);
                _afterOperation?.Invoke($"write {bytes.Length} bytes to {name}");
            }
        }));
    }

    /// <inheritdoc/>
    public override void DeleteFile(string name) => Change($"delete {name}", new EntryChange(name, null, null));

    /// <inheritdoc/>
    public override void Rename(string source, string target)
    {
        lock (_lock)
            Change($"rename {source} to {target}", new EntryChange(source, target, Find(source)));
    }

    /// <inheritdoc/>
    public override void Sync(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (string name in names)
        {
            lock (_lock)
            {
                Find(name).Sync();
                DurableChanges++;
                _afterOperation?.Invoke($"sync {name}");
            }
        }
    }

    /// <inheritdoc/>
    public override void SyncMetadata()
    {
        lock (_lock)
        {
            foreach (EntryChange change in _pending)
                change.Apply(_durableEntries);
            _pending.Clear();
            DurableChanges++;
            _afterOperation?.Invoke("sync the directory");
        }
    }

    /// <inheritdoc/>
    public override WriteLock ObtainWriteLock()
    {
        lock (_lock)
        {
            if (_locked)
                throw new LockHeldException("Another writer holds the lock.");
            _locked = true;
            return new DiskLock(this);
        }
    }

    /// <summary>What a machine finds that starts again after losing power now.</summary>
    /// <param name="luck">
    /// Null: nothing survives that was not synced. Else it decides of each entry that was not synced whether it survives, and
    /// of bytes that were not synced whether they are there, missing or garbage.
    /// </param>
    public MemoryDirectory AfterPowerLoss(Random? luck = null)
    {
        lock (_lock)
        {
            var entries = new Dictionary<string, DiskFile>(_durableEntries, StringComparer.Ordinal);
            foreach (EntryChange change in _pending)
            {
                if (luck is not null && luck.Next(2) == 0)
                    change.Apply(entries);
            }
            var survivors = new MemoryDirectory();
            foreach ((string name, DiskFile file) in entries)
            {
                using IndexOutput output = survivors.CreateOutput(name);
                output.WriteBytes(file.AfterPowerLoss(luck));
            }
            return survivors;
        }
    }

    private void Change(string what, EntryChange change)
    {
        lock (_lock)
        {
            if (change.Removed is { } removed)
                Find(removed);
            if (change.Added is { } added && _files.ContainsKey(added))
                throw new IOException($"{added} exists already.");
            change.Apply(_files);
            _pending.Add(change);
            _afterOperation?.Invoke(what);
        }
    }

    private DiskFile Find(string name) =>
        _files.TryGetValue(name, out DiskFile? file) ? file : throw new FileNotFoundException($"There is no file {name}.", name);

    /// <summary>A creation, a deletion, or both at once: a rename.</summary>
    private sealed record EntryChange(string? Removed, string? Added, DiskFile? File)
    {
        // What was removed may be missing where an earlier change was lost.
        public void Apply(Dictionary<string, DiskFile> entries)
        {
            if (Removed is not null)
                entries.Remove(Removed);
            if (Added is not null)
                entries[Added] = File!;
        }
    }

    private sealed class DiskLock(PowerLossDirectory directory) : WriteLock
    {
        private bool _released;

        public override void EnsureValid() => ObjectDisposedException.ThrowIf(_released, this);

        public override void Dispose()
        {
            lock (directory._lock)
            {
                if (!_released)
                    directory._locked = false;
                _released = true;
            }
        }
    }
}
