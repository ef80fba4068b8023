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
    /// <exception cref="IndexNotFoundException">There is no index to append to, or not the commit that is asked for.</exception>
    /// <exception cref="NotSupportedException">The index is sorted.</exception>
    public static LiveIndex Open(IndexDirectory directory, IndexWriterOptions options)
    {
        using var opened = new DisposeOnFailure();
        WriteLock writeLock = opened.Add(directory.ObtainWriteLock());
        IReadOnlyList<string> names = directory.ListAll();
        List<CommitPoint> commits = ReadCommits(directory, names);
        CommitPoint? newest = commits.LastOrDefault();
        CommitPoint? start = StartOf(commits, options);
        if (start is null && options.OpenMode == OpenMode.Append)
            throw new IndexNotFoundException("There is no index to append to.");
        if (start is not null)
            RefuseSorted(start);

        NextNumbers next = Leftovers.NumbersAbove(names, commits.Select(commit => commit.Counter).DefaultIfEmpty().Max());
        var index = new LiveIndex(directory, writeLock, new FileReferences(directory), next, options.DeletionPolicy);
        index.Start(commits.Select(CommittedFiles.Of), StateOf(start, newest, names));
        return opened.Release(index);
    }

    // The commit to go on from; null: none.
    private static CommitPoint? StartOf(List<CommitPoint> commits, IndexWriterOptions options)
    {
        if (options.OpenMode == OpenMode.Create)
            return null;
        if (options.StartCommit is not { } wanted)
            return commits.LastOrDefault();
        return commits.Find(commit => commit.Generation == wanted.Generation && commit.Id == wanted.Point.Id)
            ?? throw new IndexNotFoundException($"The commit {wanted.FileName} to go on from is not there any more.");
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

    private static SegmentList StateOf(CommitPoint? start, CommitPoint? newest, IReadOnlyList<string> names)
    {
        if (newest is null)
            return new SegmentList { Version = 1 };
        // The index that is there stays what it is until the first commit of another one.
        long version = ReferenceEquals(start, newest) ? newest.Version : newest.Version + 1;
        if (start is null)
            return new SegmentList { Version = version };
        return new SegmentList
        {
            Segments = [.. start.Segments.Select(segment => Leftovers.RaiseGeneration(new LiveSegment(segment), names))],
            UserData = start.UserData.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Version = version,
            CreatedMajor = start.IndexCreatedMajor,
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
