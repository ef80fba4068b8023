using Search.Engine.Segments;

namespace Search.Engine.Indexing;

/// <summary>Which commits of an index go when a writer is opened, and after each new commit.</summary>
/// <remarks>
/// A pure function of the list; the newest commit stays whatever the policy says, and so do the files of a commit that is
/// pinned (<see cref="IndexWriter.Snapshot"/>) as long as it is. Shareable between threads.
/// </remarks>
public abstract class IndexDeletionPolicy
{
    /// <summary>Keeps the newest commit alone; the default.</summary>
    public static IndexDeletionPolicy KeepLast { get; } = new KeepNewest(1);

    /// <summary>Keeps all commits.</summary>
    public static IndexDeletionPolicy KeepAll { get; } = new KeepNewest(int.MaxValue);

    /// <summary>Keeps the newest commits, at least one.</summary>
    public static IndexDeletionPolicy KeepLastN(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new KeepNewest(count);
    }

    /// <summary>The commits that are not needed any more.</summary>
    /// <param name="commits">All commits, oldest first; at least two.</param>
    public abstract IEnumerable<IndexCommit> Unneeded(IReadOnlyList<IndexCommit> commits);

    private sealed class KeepNewest(int count) : IndexDeletionPolicy
    {
        public override IEnumerable<IndexCommit> Unneeded(IReadOnlyList<IndexCommit> commits) => commits.Take(Math.Max(0, commits.Count - count));
    }
}
