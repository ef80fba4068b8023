using Search.Engine.Store;

namespace Search.Soak.Faults;

/// <summary>A directory that fails where it is told to, and knows which of its files are open.</summary>
/// <remarks>Shareable between threads.</remarks>
public sealed class FaultyDirectory : IndexDirectory
{
    private readonly Lock _lock = new();
    private readonly IndexDirectory _directory;
    private readonly FaultPlan? _plan;
    private readonly List<string> _open = [];
    private int _count;
    private bool _mended;

    /// <param name="plan">What fails; null: nothing.</param>
    public FaultyDirectory(IndexDirectory directory, FaultPlan? plan)
    {
        ArgumentNullException.ThrowIfNull(directory);
        _directory = directory;
        _plan = plan;
    }

    /// <summary>Called before every operation, by the thread that does it and without a lock: where it waits, the operation waits.</summary>
    public Action<FaultKind, string>? BeforeOperation { get; init; }

    /// <summary>How often something failed.</summary>
    public int Faults { get; private set; }

    /// <summary>Names of the files that are open, for reading or writing.</summary>
    public IReadOnlyList<string> OpenFiles
    {
        get
        {
            lock (_lock)
                return [.. _open];
        }
    }

    /// <summary>Nothing fails any more.</summary>
    public void Mend() => _mended = true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ListAll()
    {
        FailIfPlanned(FaultKind.List, "list");
        return _directory.ListAll();
    }

    /// <inheritdoc/>
    public override long FileLength(string name) => _directory.FileLength(name);

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name)
    {
        FailIfPlanned(FaultKind.Open, name);
        bool isTruncated = IsPlanned(FaultKind.Truncate);
        IndexInput input = _directory.OpenInput(name);
        Opened(name);
        return new IndexInput(name, new WatchedMemory(input, isTruncated ? input.Length / 2 : input.Length, () => Closed(name)));
    }

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name)
    {
        FailIfPlanned(FaultKind.Create, name);
        IndexOutput output = _directory.CreateOutput(name);
        Opened(name);
        return new IndexOutput(name, new FaultySink(this, output, () => Closed(name)));
    }

    /// <inheritdoc/>
    public override void DeleteFile(string name)
    {
        FailIfPlanned(FaultKind.Delete, name);
        _directory.DeleteFile(name);
    }

    /// <inheritdoc/>
    public override void Rename(string source, string target)
    {
        FailIfPlanned(FaultKind.Rename, source);
        _directory.Rename(source, target);
    }

    /// <inheritdoc/>
    public override void Sync(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (string name in names)
        {
            FailIfPlanned(FaultKind.Sync, name);
            _directory.Sync([name]);
        }
    }

    /// <inheritdoc/>
    public override void SyncMetadata()
    {
        FailIfPlanned(FaultKind.SyncMetadata, "the directory");
        _directory.SyncMetadata();
    }

    /// <inheritdoc/>
    public override WriteLock ObtainWriteLock()
    {
        FailIfPlanned(FaultKind.Lock, "obtain");
        return new FaultyLock(this, _directory.ObtainWriteLock());
    }

    /// <summary>Counts an operation, and fails it when the plan says so.</summary>
    internal void FailIfPlanned(FaultKind kind, string what)
    {
        BeforeOperation?.Invoke(kind, what);
        if (IsPlanned(kind))
            throw new InjectedFaultException($"injected fault: {kind} {what}, number {_plan!.At}");
    }

    private bool IsPlanned(FaultKind kind)
    {
        if (_plan is null || kind != _plan.Kind)
            return false;
        lock (_lock)
        {
            _count++;
            if (_mended || !(_plan.ForEver ? _count >= _plan.At : _count == _plan.At))
                return false;
            Faults++;
            return true;
        }
    }

    private void Opened(string name)
    {
        lock (_lock)
            _open.Add(name);
    }

    private void Closed(string name)
    {
        lock (_lock)
            _open.Remove(name);
    }

    private sealed class FaultyLock(FaultyDirectory directory, WriteLock inner) : WriteLock
    {
        public override void EnsureValid()
        {
            directory.FailIfPlanned(FaultKind.Lock, "check");
            inner.EnsureValid();
        }

        public override void Dispose() => inner.Dispose();
    }
}
