using Search.Engine.Codecs;
using Search.Engine.Store;

namespace Search.Engine.Segments;

/// <summary>Reads an index from end to end and compares what it says with what it holds.</summary>
/// <remarks>Checks the newest commit: checksums of all files, then each segment by itself (<see cref="SegmentCheck"/>).</remarks>
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
            return CommitPoint.OpenLatest(directory, commit => Check(directory, commit, cancellation));
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            return new IndexCheckReport(CommitFiles.Latest(directory), [], [damage.Message]);
        }
    }

    /// <summary>Whether an exception tells of the index's files: damaged or missing ones.</summary>
    internal static bool IsDamage(Exception exception) => exception is CorruptIndexException or FileNotFoundException;

    private static IndexCheckReport Check(IndexDirectory directory, CommitPoint commit, CancellationToken cancellation)
    {
        var checks = new List<SegmentCheck>(commit.Segments.Count);
        try
        {
            // All are opened before any is read: then a writer may delete the files.
            foreach (SegmentCommitInfo segment in commit.Segments)
                checks.Add(SegmentCheck.Open(directory, commit, segment, cancellation));
            return new IndexCheckReport(commit.Generation, [.. checks.Select(check => check.Run(cancellation))], []);
        }
        finally
        {
            foreach (SegmentCheck check in checks)
                check.Dispose();
        }
    }
}
