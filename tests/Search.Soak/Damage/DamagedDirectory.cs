using Search.Engine.Store;

namespace Search.Soak.Damage;

/// <summary>An index that can only be read, of which some files are not what they were.</summary>
internal sealed class DamagedDirectory(IReadOnlyDictionary<string, GuardedMemory> files) : IndexDirectory
{
    public override IReadOnlyList<string> ListAll() => [.. files.Keys.Order(StringComparer.Ordinal)];

    public override long FileLength(string name) => Find(name).Length;

    public override IndexInput OpenInput(string name) => new(name, Find(name));

    public override IndexOutput CreateOutput(string name) => throw new NotSupportedException();

    public override void DeleteFile(string name) => throw new NotSupportedException();

    public override void Rename(string source, string target) => throw new NotSupportedException();

    public override void Sync(IEnumerable<string> names) => throw new NotSupportedException();

    public override void SyncMetadata() => throw new NotSupportedException();

    public override WriteLock ObtainWriteLock() => throw new NotSupportedException();

    private GuardedMemory Find(string name) =>
        files.TryGetValue(name, out GuardedMemory? memory) ? memory : throw new FileNotFoundException($"There is no file {name}.", name);
}
