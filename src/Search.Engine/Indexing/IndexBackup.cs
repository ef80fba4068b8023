using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Indexing;

/// <summary>Copies one commit of an index into another folder, while writing goes on.</summary>
public static class IndexBackup
{
    /// <summary>Copies a pinned commit; the copy is durable when this returns, and is an index of its own.</summary>
    /// <remarks>
    /// Files of an index never change, so where both are folders of one file system each file is a hard link and costs no
    /// space; else its bytes are copied. The commit's own file comes last: a copy that was interrupted is no index.
    /// </remarks>
    /// <param name="snapshot">From <see cref="IndexWriter.Snapshot"/>; not disposed meanwhile.</param>
    /// <param name="target">Holds no commit.</param>
    /// <exception cref="InvalidOperationException">The target holds an index already.</exception>
    public static void Copy(CommitSnapshot snapshot, IndexDirectory target)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Copy(snapshot.Directory, snapshot.Commit, target);
    }

    /// <summary>Copies a commit that no writer deletes meanwhile.</summary>
    /// <param name="target">Holds no commit.</param>
    /// <exception cref="InvalidOperationException">The target holds an index already.</exception>
    /// <exception cref="FileNotFoundException">A file of the commit is not there any more.</exception>
    public static void Copy(IndexDirectory source, IndexCommit commit, IndexDirectory target)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(commit);
        ArgumentNullException.ThrowIfNull(target);
        using WriteLock targetLock = target.ObtainWriteLock();
        if (CommitFiles.Latest(target) >= 0)
            throw new InvalidOperationException("The target of a backup holds an index already.");
        HashSet<string> present = [.. target.ListAll()];
        string[] files = [.. commit.Files.Where(file => file != commit.FileName)];
        foreach (string file in files)
        {
            if (present.Contains(file))
                target.DeleteFile(file); // of a copy that was interrupted: nobody knows how much of it is there
            CopyFile(source, file, target, file);
        }
        target.Sync(files);
        target.SyncMetadata();

        string pending = CommitFiles.PendingNameOf(commit.Generation);
        if (present.Contains(pending))
            target.DeleteFile(pending);
        CopyFile(source, commit.FileName, target, pending);
        target.Sync([pending]);
        target.Rename(pending, commit.FileName);
        target.SyncMetadata();
    }

    private static void CopyFile(IndexDirectory source, string name, IndexDirectory target, string targetName)
    {
        if (source is MappedDirectory from && target is MappedDirectory to && from.TryLink(name, to, targetName))
            return;
        using IndexInput input = source.OpenInput(name);
        using IndexOutput output = target.CreateOutput(targetName);
        var buffer = new byte[1 << 16];
        for (long left = input.Length; left > 0;)
        {
            var count = (int)Math.Min(left, buffer.Length);
            input.ReadBytes(buffer.AsSpan(0, count));
            output.WriteBytes(buffer.AsSpan(0, count));
            left -= count;
        }
    }
}
