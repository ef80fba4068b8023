using Search.Engine.Segments;

namespace Search.Engine.Indexing.Commits;

/// <summary>A commit and the files of its segments.</summary>
/// <param name="Commit">The commit; null: there is none yet.</param>
/// <param name="Files">Without the commit's own file.</param>
internal sealed record CommittedFiles(CommitPoint? Commit, IReadOnlyList<string> Files)
{
    /// <summary>Number of changes that the commit holds; -1 without a commit.</summary>
    public long Version => Commit?.Version ?? -1;

    /// <summary>The files of the segments and the commit's own.</summary>
    public IReadOnlyList<string> AllFiles() => Commit is null ? Files : [.. Files, Commit.FileName];

    public static CommittedFiles Of(CommitPoint commit) =>
        new(commit, [.. commit.Segments.SelectMany(segment => segment.AllFiles())]);
}
