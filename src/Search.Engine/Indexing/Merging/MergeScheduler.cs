namespace Search.Engine.Indexing.Merging;

/// <summary>Who does merges, how many at a time, and how far they may fall behind.</summary>
/// <remarks>Immutable; shareable. Threads live while there is something to merge.</remarks>
public sealed record MergeScheduler
{
    private const int MostThreadsByDefault = 4;

    /// <summary>Merges in the background: half as many threads as processors, at least one and at most four.</summary>
    public static MergeScheduler Background { get; } = new();

    /// <summary>No threads: the call that makes a merge due does it before it returns.</summary>
    public static MergeScheduler Serial { get; } = new() { MaxThreads = 0 };

    /// <summary>Merges that are done at a time, each on a thread of its own; 0: the calling thread does them.</summary>
    public int MaxThreads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = Math.Clamp(Environment.ProcessorCount / 2, 1, MostThreadsByDefault);

    /// <summary>Merges that may wait for a thread; with more, calls that add documents wait until there are fewer. 5 by default.</summary>
    public int MaxWaiting
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 5;

    /// <summary>Whether the calling thread merges.</summary>
    internal bool IsSerial => MaxThreads == 0;
}
