using Search.Engine.Segments;

namespace Search.Engine.Indexing.Commits;

/// <summary>A commit and the files of its segments.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Files">Without the commit's own file.</param>
internal sealed record CommittedFiles(CommitPoint Commit, IReadOnlyList<string> Files)
{
    /// <summary>Number of changes that the commit holds.</summary>
    public long Version => Commit.Version;

    /// <summary>The files of the segments and the commit's own.</summary>
    public IReadOnlyList<string> AllFiles() => [.. Files, Commit.FileName];

    public static CommittedFiles Of(CommitPoint commit) =>
        new(commit, [.. commit.Segments.SelectMany(segment => segment.AllFiles())]);
}
