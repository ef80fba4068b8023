namespace Search.Engine.Search.Collectors;

/// <summary>What the threads of one search know together: how many hits there are already, and a score that k of them reach.</summary>
/// <remarks>Shareable. What is read may be older than what was written: bounds are a little looser then, never wrong.</remarks>
internal sealed class SharedMinimum
{
    private long _count;
    private float _score;

    /// <summary>Hits so far.</summary>
    public long Count => Volatile.Read(ref _count);

    /// <summary>At least k hits score so much or more; 0: nobody knows.</summary>
    public float Score => Volatile.Read(ref _score);

    /// <summary>Counts hits.</summary>
    public void Add(int hits) => Interlocked.Add(ref _count, hits);

    /// <summary>Takes in the score of somebody's k-th best hit.</summary>
    public void Raise(float score)
    {
        for (float known = Score; score > known;)
        {
            float seen = Interlocked.CompareExchange(ref _score, score, known);
            if (seen == known)
                return;
            known = seen;
        }
    }
}
