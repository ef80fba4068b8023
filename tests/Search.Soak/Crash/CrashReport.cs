namespace Search.Soak.Crash;

/// <summary>What a <see cref="CrashRun"/> survived.</summary>
/// <param name="Kills">Processes killed.</param>
/// <param name="Commits">Commits acknowledged before the kills.</param>
/// <param name="Changes">Changes that the commits held, of all indexes together.</param>
/// <param name="Unacknowledged">Kills that a newer commit than the last acknowledged one survived.</param>
/// <param name="OracleChecks">Indexes that Apache Lucene accepted.</param>
public sealed record CrashReport(int Kills, long Commits, long Changes, int Unacknowledged, int OracleChecks)
{
    public override string ToString() =>
        $"{Kills} kills, {Commits} commits acknowledged with {Changes} changes, none lost; {Unacknowledged} kills fell behind a rename; {OracleChecks} indexes accepted by Lucene";
}
