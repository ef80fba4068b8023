using Search.Engine.Store;

namespace Search.Engine.Tests.Indexing;

/// <summary>A directory that fails at its n-th change, and at every one after it, as a dying machine does.</summary>
internal sealed class DyingDirectory(IndexDirectory directory, int failAt) : IndexDirectory
{
    private int _changes;

    public bool HasFailed => _changes >= failAt;

    public override IReadOnlyList<string> ListAll() => directory.ListAll();

    public override long FileLength(string name) => directory.FileLength(name);

    public override IndexInput OpenInput(string name) => directory.OpenInput(name);

    public override IndexOutput CreateOutput(string name)
    {
        Change();
        return directory.CreateOutput(name);
    }

    public override void DeleteFile(string name)
    {
        Change();
        directory.DeleteFile(name);
    }

    public override void Rename(string source, string target)
    {
        Change();
        directory.Rename(source, target);
    }

    public override void Sync(IEnumerable<string> names)
    {
        Change();
        directory.Sync(names);
    }

    public override void SyncMetadata()
    {
        Change();
        directory.SyncMetadata();
    }

    public override WriteLock ObtainWriteLock() => directory.ObtainWriteLock();

    private void Change()
    {
        if (++_changes >= failAt)
            throw new IOException($"change {_changes} failed");
    }
}
