namespace Search.Soak.Threads;

/// <summary>What happened side by side in a <see cref="ThreadsRun"/>.</summary>
/// <param name="Searches">Searches whose results were judged.</param>
/// <param name="Snapshots">Snapshots that were read from end to end.</param>
/// <param name="Changes">Changes to the index meanwhile.</param>
/// <param name="Commits">Commits meanwhile.</param>
/// <param name="Refreshes">Times that a newer searcher was put in the place of an older one.</param>
public sealed record ThreadsReport(long Searches, long Snapshots, long Changes, long Commits, long Refreshes)
{
    public override string ToString() =>
        $"{Searches} searches judged and {Snapshots} snapshots read, beside {Changes} changes, {Commits} commits and {Refreshes} refreshes";
}
