namespace Search.Soak.Crash;

/// <summary>How a <see cref="CrashRun"/> goes.</summary>
/// <param name="Kills">How often the writing process is killed.</param>
/// <param name="Seed">Of the changes; the moments are never the same twice.</param>
/// <param name="OracleEvery">After every n-th kill Apache Lucene checks the index; 0: never.</param>
public sealed record CrashOptions(int Kills, int Seed, int OracleEvery)
{
    /// <summary>Threads that change the index.</summary>
    public int Lanes { get; init; } = 4;

    /// <summary>Keys of each of these threads.</summary>
    public int Keys { get; init; } = 100;

    /// <summary>After so many kills a new index is begun, so that the first commits are hit too.</summary>
    public int KillsOfAnIndex { get; init; } = 25;
}
