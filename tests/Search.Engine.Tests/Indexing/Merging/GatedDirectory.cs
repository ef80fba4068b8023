using Search.Engine.Store;

namespace Search.Engine.Tests.Indexing.Merging;

/// <summary>A directory in which merges, while its gate is closed, wait at the first file that they create.</summary>
internal sealed class GatedDirectory(IndexDirectory directory) : IndexDirectory
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ManualResetEventSlim _gate = new(initialState: true);
    private readonly ManualResetEventSlim _waiting = new(initialState: false);

    /// <summary>Makes the next merge wait.</summary>
    public void Close() => _gate.Reset();

    /// <summary>Lets merges go on.</summary>
    public void Open() => _gate.Set();

    /// <summary>Waits until a merge is at the gate.</summary>
    public void AwaitMerge() => Assert.True(_waiting.Wait(Patience), "no merge began");

    public override IReadOnlyList<string> ListAll() => directory.ListAll();

    public override long FileLength(string name) => directory.FileLength(name);

    public override IndexInput OpenInput(string name) => directory.OpenInput(name);

    public override IndexOutput CreateOutput(string name)
    {
        if (Thread.CurrentThread.Name == "Search.Engine merge" && !_gate.IsSet)
        {
            _waiting.Set();
            Assert.True(_gate.Wait(Patience), "the gate stayed closed");
        }
        return directory.CreateOutput(name);
    }

    public override void DeleteFile(string name) => directory.DeleteFile(name);

    public override void Rename(string source, string target) => directory.Rename(source, target);

    public override void Sync(IEnumerable<string> names) => directory.Sync(names);

    public override void SyncMetadata() => directory.SyncMetadata();

    public override WriteLock ObtainWriteLock() => directory.ObtainWriteLock();

    protected override void Dispose(bool disposing)
    {
        _gate.Dispose();
        _waiting.Dispose();
        base.Dispose(disposing);
    }
}
