namespace Search.Articles.Results;

/// <summary>
/// The suggestions of a snapshot: gathered when they are first asked for. Of a large index that takes a second, which nobody who types should wait
/// for after every commit, so meanwhile those of the snapshot before do.
/// </summary>
/// <remarks>Shareable between threads.</remarks>
internal sealed class SnapshotSuggestions
{
    // Gathered in a few milliseconds: nobody waits.
    private const int FewTexts = 5_000;

    private readonly IndexSnapshot _snapshot;
    private readonly Lazy<SuggestionTable> _own;
    private SuggestionTable? _before;
    private int _isGathering;

    /// <param name="before">The newest table of the snapshot before; null when it had none.</param>
    public SnapshotSuggestions(IndexSnapshot snapshot, SuggestionTable? before)
    {
        _snapshot = snapshot;
        _before = before is { Count: > FewTexts } ? before : null;
        _own = new Lazy<SuggestionTable>(() => SuggestionBuilder.Build(snapshot));
    }

    /// <summary>The newest table that is there; null when nobody has asked yet.</summary>
    public SuggestionTable? Newest => _own.IsValueCreated ? _own.Value : Volatile.Read(ref _before);

    /// <summary>A table: the snapshot's own, or the one before while that is gathered.</summary>
    public SuggestionTable Current
    {
        get
        {
            if (_own.IsValueCreated || Volatile.Read(ref _before) is not { } before)
                return _own.Value;
            if (Interlocked.Exchange(ref _isGathering, 1) == 0)
                _ = Task.Run(Gather);
            return before;
        }
    }

    // A snapshot that was closed meanwhile is asked no more.
    private void Gather()
    {
        using IndexSnapshot.Lease? lease = _snapshot.TryAcquire();
        if (lease is null)
            return;
        _ = _own.Value;
        Volatile.Write(ref _before, null);
    }
}
