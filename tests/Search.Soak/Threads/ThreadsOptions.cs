namespace Search.Soak.Threads;

/// <summary>How a <see cref="ThreadsRun"/> goes.</summary>
/// <param name="Seed">Of the changes and the queries.</param>
/// <param name="Searches">It ends when so many searches were judged,</param>
/// <param name="Commits">and so many commits were made meanwhile.</param>
public sealed record ThreadsOptions(int Seed, long Searches, long Commits)
{
    /// <summary>Threads that change the index.</summary>
    public int Lanes { get; init; } = 4;

    /// <summary>Keys of each of these.</summary>
    public int Keys { get; init; } = 150;

    /// <summary>Whether the index is in memory instead of on the disk, where commits wait for it.</summary>
    public bool InMemory { get; init; }

    /// <summary>Threads that search.</summary>
    public int Searchers { get; init; } = 6;
}
