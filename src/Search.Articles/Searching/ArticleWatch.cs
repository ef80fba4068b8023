namespace Search.Articles.Searching;

/// <summary>Keeps an index in line with folders until it is disposed.</summary>
/// <remarks>Disposing stops it: what is being written is finished or given up, then it returns.</remarks>
public interface IArticleWatch : IDisposable
{
    /// <summary>Ends when the index is in line with the folders for the first time, or that has failed (<see cref="WatchOptions.Failed"/>) or was stopped.</summary>
    Task<IndexReport?> First { get; }
}

/// <summary>How folders are watched.</summary>
public sealed record WatchOptions
{
    /// <summary>How they are read.</summary>
    public SynchronizeOptions Synchronize { get; init; } = SynchronizeOptions.Default;

    /// <summary>How often the folders are looked through by size and time of their files, for changes that nobody was told of.</summary>
    public TimeSpan RescanInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Takes what was done, each time that something was. Called by the watching thread, one call at a time.</summary>
    public Action<IndexReport>? Synchronized { get; init; }

    /// <summary>Takes what went wrong; it is tried again after a while. Called by the watching thread, one call at a time.</summary>
    public Action<Exception>? Failed { get; init; }

    /// <summary>Follows the first synchronisation.</summary>
    public IProgress<IndexProgress>? Progress { get; init; }
}
