using Search.Engine.Codecs;
using Search.Engine.Indexing.Commits;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Indexing;

/// <summary>Drops the damaged segments of an index into a new commit, so that the sound ones can be read again.</summary>
/// <remarks>
/// The documents of a dropped segment are lost, so this is for whoever cannot index them again or fetch a backup. The old
/// commit and the files of the dropped segments stay as they are until the next writer opens the index, and clears them away.
/// Only damage is dropped: a segment in a format that is not read stays.
/// </remarks>
public static class IndexRepair
{
    /// <summary>What a repair would keep and lose; changes nothing.</summary>
    /// <param name="report">What <see cref="IndexChecker"/> found.</param>
    /// <exception cref="CorruptIndexException">The commit itself cannot be read: there is nothing to keep.</exception>
    public static IndexRepairPlan Plan(IndexCheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (!report.IsCommitReadable)
            throw new CorruptIndexException($"the commit cannot be read, so that none of its segments can be kept: {string.Join("; ", report.Problems)}", CommitFiles.NameOf(report.Generation));
        return new IndexRepairPlan(
            report.Generation,
            [.. report.Segments.Where(segment => !segment.IsDamaged)],
            [.. report.Segments.Where(segment => segment.IsDamaged)],
            IsCounterWrong: report.Problems.Count > 0);
    }

    /// <summary>Writes a commit with the segments that the plan keeps, and returns its number.</summary>
    /// <exception cref="LockHeldException">A writer has the index.</exception>
    /// <exception cref="InvalidOperationException">There is a newer commit than the one that was checked.</exception>
    public static long Repair(IndexDirectory directory, IndexRepairPlan plan)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(plan);
        using WriteLock writeLock = directory.ObtainWriteLock();
        IReadOnlyList<string> names = directory.ListAll();
        if (CommitFiles.Latest(names) != plan.Generation)
            throw new InvalidOperationException($"The index has changed since commit {plan.Generation} was checked.");

        CommitPoint old = IndexChecker.ReadSalvaging(directory, CommitFiles.NameOf(plan.Generation), broken: []);
        NextNumbers next = Leftovers.NumbersAbove(names, old.Counter);
        HashSet<string> kept = [.. plan.Kept.Select(segment => segment.Name)];
        CommitPoint repaired = old with
        {
            Generation = next.Generation,
            Id = SegmentId.CreateRandom(),
            Version = old.Version + 1,
            Counter = next.SegmentNumber,
            Segments = [.. old.Segments.Where(segment => kept.Contains(segment.Segment.Name))],
        };
        var protocol = new CommitProtocol(directory);
        protocol.Prepare(repaired, repaired.Segments.SelectMany(segment => segment.AllFiles()).Distinct(StringComparer.Ordinal));
        protocol.Finish(repaired);
        return repaired.Generation;
    }
}
