namespace Search.Articles.Results;

/// <summary>Keeps the last states of an index open for a while, so that somebody who pages through results can finish.</summary>
/// <remarks>Shareable between threads.</remarks>
internal sealed class PastSnapshots(TimeProvider clock)
{
    /// <summary>How many at most.</summary>
    public const int MaxSnapshots = 4;

    /// <summary>How long each is kept after it was replaced.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly List<(IndexSnapshot Snapshot, long Since)> _kept = []; // oldest first

    /// <summary>Takes over a snapshot that has been replaced.</summary>
    public void Keep(IndexSnapshot snapshot)
    {
        lock (_lock)
        {
            _kept.Add((snapshot, clock.GetTimestamp()));
            CloseOld();
        }
    }

    /// <summary>A hold on the snapshot of a generation; null when it is not kept.</summary>
    public IndexSnapshot.Lease? TryAcquire(long generation)
    {
        lock (_lock)
        {
            CloseOld();
            foreach ((IndexSnapshot snapshot, _) in _kept)
            {
                if (snapshot.Generation == generation)
                    return snapshot.TryAcquire();
            }
            return null;
        }
    }

    /// <summary>Closes what has been kept for long enough.</summary>
    public void Trim()
    {
        lock (_lock)
            CloseOld();
    }

    /// <summary>Closes all.</summary>
    public void Close()
    {
        lock (_lock)
        {
            foreach ((IndexSnapshot snapshot, _) in _kept)
                snapshot.Close();
            _kept.Clear();
        }
    }

    private void CloseOld()
    {
        while (_kept.Count > MaxSnapshots || (_kept.Count > 0 && clock.GetElapsedTime(_kept[0].Since) > MaxAge))
        {
            _kept[0].Snapshot.Close();
            _kept.RemoveAt(0);
        }
    }
}
