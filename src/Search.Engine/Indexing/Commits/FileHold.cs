namespace Search.Engine.Indexing.Commits;

/// <summary>One reference to each of some files, as near-real-time readers, snapshots and merges hold them.</summary>
/// <remarks>Not synchronised: the writer's lock guards it.</remarks>
internal sealed class FileHold
{
    private readonly FileReferences _references;

    public FileHold(FileReferences references, IEnumerable<string> files)
    {
        _references = references;
        Files = [.. files];
        references.Acquire(Files);
    }

    /// <summary>The files; none after <see cref="Release"/>.</summary>
    public IReadOnlyList<string> Files { get; private set; }

    /// <summary>Gives the references back; calling it again does nothing.</summary>
    public void Release()
    {
        IReadOnlyList<string> files = Files;
        Files = [];
        _references.Release(files);
    }
}
