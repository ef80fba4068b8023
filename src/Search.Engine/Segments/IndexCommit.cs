namespace Search.Engine.Segments;

/// <summary>One commit of an index, as it stands in its <c>segments_N</c> file.</summary>
/// <remarks>Immutable; shareable. Says nothing about whether the files are still there: a writer may delete an older commit at any time.</remarks>
public sealed class IndexCommit
{
    internal IndexCommit(CommitPoint point)
    {
        Point = point;
        Files = [.. point.AllFiles()];
    }

    /// <summary>The commit's number: higher is newer.</summary>
    public long Generation => Point.Generation;

    /// <summary>Name of the commit's own file.</summary>
    public string FileName => Point.FileName;

    /// <summary>Names of all files that the commit needs, its own included; none twice.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Number of segments.</summary>
    public int SegmentCount => Point.Segments.Count;

    /// <summary>What the application recorded with the commit.</summary>
    public IReadOnlyDictionary<string, string> UserData => Point.UserData;

    /// <summary>The content of the file.</summary>
    internal CommitPoint Point { get; }
}
