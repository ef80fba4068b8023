using System.Collections.Immutable;
using Search.Engine.Codecs;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Indexing.Commits;

/// <summary>Opens an index for writing: takes the lock, finds the commits, clears away what nobody needs.</summary>
/// <remarks>Container notes, section 12.5.</remarks>
internal static class IndexOpening
{
    /// <exception cref="LockHeldException">Another writer has the index.</exception>
    /// <exception cref="IndexNotFoundException">There is no index to append to.</exception>
    public static LiveIndex Open(IndexDirectory directory, OpenMode mode)
    {
        using var opened = new DisposeOnFailure();
        WriteLock writeLock = opened.Add(directory.ObtainWriteLock());
        IReadOnlyList<string> names = directory.ListAll();
        List<CommitPoint> commits = ReadCommits(directory, names);
        if (commits.Count == 0 && mode == OpenMode.Append)
            throw new IndexNotFoundException("There is no index to append to.");

        CommitPoint? newest = commits.LastOrDefault();
        if (mode != OpenMode.Create && newest is not null)
            RefuseSorted(newest);
        var committed = newest is null ? new CommittedFiles(null, []) : CommittedFiles.Of(newest);
        NextNumbers next = Leftovers.NumbersAbove(names, newest?.Counter ?? 0);
        SegmentList current = StateOf(newest, mode, names);

        var references = new FileReferences(directory);
        foreach (CommitPoint commit in commits)
            references.Acquire(CommittedFiles.Of(commit).AllFiles());
        references.Acquire(current.Files());
        Leftovers.Delete(directory, references);
        foreach (CommitPoint commit in commits.SkipLast(1))
            references.Release(CommittedFiles.Of(commit).AllFiles());
        return opened.Release(new LiveIndex(directory, writeLock, references, next, committed, current));
    }

    // Oldest first. The newest must be sound; an older one that is not is left over from an interrupted deletion.
    private static List<CommitPoint> ReadCommits(IndexDirectory directory, IReadOnlyList<string> names)
    {
        var generations = new SortedSet<long>();
        foreach (string name in names)
        {
            if (CommitFiles.TryParse(name, out long generation))
                generations.Add(generation);
        }
        List<CommitPoint> commits = [];
        foreach (long generation in generations)
        {
            try
            {
                commits.Add(CommitPoint.Read(directory, CommitFiles.NameOf(generation)));
            }
            catch (Exception fault) when (generation != generations.Max && fault is CorruptIndexException or FileNotFoundException)
            {
                // Unreferenced from now on, so it is deleted with the other leftovers.
            }
        }
        return commits;
    }

    private static SegmentList StateOf(CommitPoint? newest, OpenMode mode, IReadOnlyList<string> names)
    {
        if (newest is null)
            return new SegmentList { Version = 1 };
        if (mode == OpenMode.Create)
            return new SegmentList { Version = newest.Version + 1 };
        return new SegmentList
        {
            Segments = [.. newest.Segments.Select(segment => Leftovers.RaiseGeneration(new LiveSegment(segment), names))],
            UserData = newest.UserData.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Version = newest.Version,
            CreatedMajor = newest.IndexCreatedMajor,
        };
    }

    private static void RefuseSorted(CommitPoint commit)
    {
        foreach (SegmentCommitInfo segment in commit.Segments)
        {
            if (segment.Segment.IndexSort.Count > 0)
                throw new NotSupportedException($"The documents of segment {segment.Segment.Name} are sorted by {segment.Segment.IndexSort[0].Field}; this writer keeps the order of addition.");
        }
    }
}
