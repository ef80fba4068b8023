using Search.Engine.Indexing.Commits;
using Search.Engine.Indexing.Threads;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Indexing;

/// <summary>A commit that stays, with all its files, until this is disposed.</summary>
/// <remarks>
/// For backups and for readers of the past. It also stays when the writer is closed meanwhile, until the next writer is
/// opened. Shareable between threads.
/// </remarks>
public sealed class CommitSnapshot : IDisposable
{
    private readonly WriterLife _life;
    private readonly FileHold _files;

    internal CommitSnapshot(WriterLife life, LiveIndex index)
    {
        _life = life;
        Directory = index.Directory;
        _files = index.PinCommit();
        Commit = new IndexCommit(index.Committed!.Commit);
    }

    /// <summary>The commit.</summary>
    public IndexCommit Commit { get; }

    /// <summary>Where its files are; the writer's own directory.</summary>
    public IndexDirectory Directory { get; }

    /// <summary>Lets the commit go; its files are deleted when nobody else needs them. Calling it again does nothing.</summary>
    public void Dispose()
    {
        lock (_life.Lock)
            _files.Release();
    }
}
