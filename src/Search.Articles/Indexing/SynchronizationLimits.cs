namespace Search.Articles.Indexing;

/// <summary>How much a synchronisation does at a time.</summary>
internal sealed record SynchronizationLimits
{
    /// <summary>What is used but in tests.</summary>
    public static SynchronizationLimits Default { get; } = new();

    /// <summary>Collections of more articles are not learned anew with every change.</summary>
    public int WholeCollection { get; init; } = 5_000;

    /// <summary>Most articles that are in memory at once.</summary>
    public int BatchArticles { get; init; } = 256;

    /// <summary>Most bytes of sources that are in memory at once, but for one article that is larger.</summary>
    public long BatchBytes { get; init; } = 8 << 20;

    /// <summary>A large collection is committed after so many articles.</summary>
    public int CommitAfterArticles { get; init; } = 10_000;

    /// <summary>And after so much time.</summary>
    public TimeSpan CommitAfter { get; init; } = TimeSpan.FromSeconds(30);
}
