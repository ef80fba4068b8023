using Search.Engine.Codecs;
using Search.Engine.Segments.Checking;
using Search.Engine.Store;

namespace Search.Engine.Segments;

/// <summary>Reads an index from end to end and compares what it says with what it holds.</summary>
/// <remarks>Checks the newest commit: checksums of all files, then each segment by itself (README.md, "What is checked").</remarks>
public static class IndexChecker
{
    /// <summary>Checks the newest commit of a directory.</summary>
    /// <remarks>Missing and damaged files are problems of the report. Writers may go on meanwhile: a commit that is replaced before all of it is open is left for the new one.</remarks>
    /// <exception cref="IndexNotFoundException">The directory holds no commit.</exception>
    /// <exception cref="OperationCanceledException">It was asked for.</exception>
    public static IndexCheckReport Check(IndexDirectory directory, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(directory);
        try
        {
            return CommitPoint.OpenLatestFile(directory, fileName => Check(directory, fileName, cancellation));
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            return new IndexCheckReport(CommitFiles.Latest(directory), [], [damage.Message]) { IsCommitReadable = false };
        }
    }

    /// <summary>Reads a commit of which some segments may be broken, and tells which.</summary>
    internal static CommitPoint ReadSalvaging(IndexDirectory directory, string fileName, List<SegmentCheckReport> broken) =>
        CommitPointFormat.Read(directory, fileName, (name, fault) => broken.Add(new SegmentCheckReport(name, -1, -1, 0, 0, 0, [fault.Message])));

    /// <summary>Whether an exception tells of the index's files: damaged or missing ones.</summary>
    internal static bool IsDamage(Exception exception) => exception is CorruptIndexException or FileNotFoundException;

    private static IndexCheckReport Check(IndexDirectory directory, string fileName, CancellationToken cancellation)
    {
        List<SegmentCheckReport> broken = [];
        CommitPoint commit = ReadSalvaging(directory, fileName, broken);
        if (broken.Count > 0 && CommitFiles.Latest(directory) > commit.Generation)
            throw new FileNotFoundException("a newer commit came, and segments of this one are gone", fileName);
        var checks = new List<SegmentCheck>(commit.Segments.Count);
        try
        {
            // All are opened before any is read: then a writer may delete the files.
            foreach (SegmentCommitInfo segment in commit.Segments)
                checks.Add(SegmentCheck.Open(directory, commit, segment, cancellation));
            return new IndexCheckReport(commit.Generation, [.. checks.Select(check => check.Run(cancellation)), .. broken], [.. CheckCounter(commit)]);
        }
        finally
        {
            foreach (SegmentCheck check in checks)
                check.Dispose();
        }
    }

    // The next segment must not get the name of one that is there.
    private static IEnumerable<string> CheckCounter(CommitPoint commit)
    {
        foreach (SegmentCommitInfo segment in commit.Segments)
        {
            if (SegmentFileNames.NumberOf(segment.Segment.Name) >= commit.Counter)
                yield return $"the next segment is to be number {commit.Counter}, and there is {segment.Segment.Name} already";
        }
    }
}
