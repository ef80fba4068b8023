namespace Search.Engine.Indexing.Merging;

/// <summary>The merges of a writer that wait and that run; no segment is in two of them.</summary>
/// <remarks>The writer's lock guards it.</remarks>
internal sealed class MergeQueue
{
    private readonly Queue<PendingMerge> _waiting = [];
    private readonly HashSet<string> _merging = new(StringComparer.Ordinal);
    private readonly HashSet<string> _excluded = new(StringComparer.Ordinal);
    private readonly List<ForcedMerge> _forced = [];

    /// <summary>Number of merges that run.</summary>
    public int Running { get; private set; }

    /// <summary>Number of merges that wait.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Number of merges that have ended, whatever their outcome.</summary>
    public long Finished { get; private set; }

    /// <summary>Whether nothing waits, runs, or is still to come of a forced merge.</summary>
    public bool IsIdle => Running == 0 && Waiting == 0 && _forced.Count == 0;

    /// <summary>Whether a segment is in a merge that waits or runs.</summary>
    public bool IsMerging(string segment) => _merging.Contains(segment);

    /// <summary>Leaves a segment alone for good: it holds what a merge cannot copy.</summary>
    public void Exclude(string segment) => _excluded.Add(segment);

    public bool IsExcluded(string segment) => _excluded.Contains(segment);

    /// <summary>Begins to follow what merges make of some segments, until <see cref="Close"/>.</summary>
    public ForcedMerge Open(IEnumerable<string> segments)
    {
        var forced = new ForcedMerge(segments);
        _forced.Add(forced);
        return forced;
    }

    public void Close(ForcedMerge forced) => _forced.Remove(forced);

    /// <summary>Adds a merge of segments of which none is in another one.</summary>
    public PendingMerge Add(IEnumerable<string> segments)
    {
        var merge = new PendingMerge([.. segments]);
        _merging.UnionWith(merge.Sources);
        _waiting.Enqueue(merge);
        return merge;
    }

    /// <summary>The next merge to run, if fewer than <paramref name="most"/> are running; null when there is none.</summary>
    public PendingMerge? Start(int most)
    {
        if (Running >= most || !_waiting.TryDequeue(out PendingMerge? merge))
            return null;
        Running++;
        return merge;
    }

    /// <summary>Ends a merge that was started.</summary>
    /// <param name="result">The segment that it made; null when there is none.</param>
    public void Finish(PendingMerge merge, string? result)
    {
        Running--;
        Finished++;
        _merging.ExceptWith(merge.Sources);
        if (result is null)
            return;
        foreach (ForcedMerge forced in _forced)
            forced.Follow(merge, result);
    }
}
