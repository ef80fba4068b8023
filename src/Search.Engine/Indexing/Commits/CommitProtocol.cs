using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Indexing.Commits;

/// <summary>Makes a commit durable and visible, in the order that survives a crash at any point.</summary>
/// <remarks>
/// Container notes, section 12.2: sync the files, sync the folder, write and sync <c>pending_segments_N</c>, rename it, sync the
/// folder. Up to the rename the commit before is untouched and the new one can be abandoned.
/// </remarks>
internal sealed class CommitProtocol(IndexDirectory directory)
{
    /// <summary>First phase: everything durable, nothing visible.</summary>
    /// <param name="files">The files of the commit that are not known to be durable.</param>
    public void Prepare(CommitPoint commit, IEnumerable<string> files)
    {
        directory.Sync(files);
        directory.SyncMetadata();
        try
        {
            directory.Sync([commit.Write(directory)]);
        }
        catch
        {
            Abandon(commit);
            throw;
        }
    }

    /// <summary>Second phase: the commit becomes the index.</summary>
    public void Finish(CommitPoint commit)
    {
        directory.Rename(CommitFiles.PendingNameOf(commit.Generation), commit.FileName);
        try
        {
            directory.SyncMetadata();
        }
        catch
        {
            // Whether the name survives a power loss is unknown, so the commit must not be seen now either.
            TryDelete(commit.FileName);
            throw;
        }
    }

    /// <summary>Takes back a commit that was prepared and not finished.</summary>
    public void Abandon(CommitPoint commit) => TryDelete(CommitFiles.PendingNameOf(commit.Generation));

    private void TryDelete(string name)
    {
        try
        {
            directory.DeleteFile(name);
        }
        catch (IOException)
        {
            // It may never have been created; if it was, the next writer clears it away.
        }
    }
}
