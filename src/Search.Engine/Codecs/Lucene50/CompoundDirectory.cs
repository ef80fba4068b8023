using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene50;

/// <summary>Where a file lies in a compound file.</summary>
/// <param name="Offset">Its first byte.</param>
/// <param name="Length">Number of its bytes.</param>
internal readonly record struct CompoundEntry(long Offset, long Length);

/// <summary>The files of one segment inside its compound file; only for reading.</summary>
/// <remarks>Shareable between threads. Inputs are slices: disposing one does nothing, none may be used after the directory is disposed.</remarks>
internal sealed class CompoundDirectory(string segmentName, IndexInput data, Dictionary<string, CompoundEntry> entriesByTail) : IndexDirectory
{
    public override IReadOnlyList<string> ListAll() =>
        [.. entriesByTail.Keys.Select(tail => segmentName + tail).Order(StringComparer.Ordinal)];

    public override long FileLength(string name) => Find(name).Length;

    public override IndexInput OpenInput(string name)
    {
        CompoundEntry entry = Find(name);
        return data.Slice(name, entry.Offset, entry.Length);
    }

    /// <summary>Checks the checksum of the whole compound file.</summary>
    public void CheckIntegrity() => CodecFooter.CheckWholeFile(data);

    public override IndexOutput CreateOutput(string name) => throw OnlyForReading();

    public override void DeleteFile(string name) => throw OnlyForReading();

    public override void Rename(string source, string target) => throw OnlyForReading();

    public override void Sync(IEnumerable<string> names) => throw OnlyForReading();

    public override void SyncMetadata() => throw OnlyForReading();

    public override WriteLock ObtainWriteLock() => throw OnlyForReading();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            data.Dispose();
        base.Dispose(disposing);
    }

    private CompoundEntry Find(string name) =>
        name.StartsWith(segmentName, StringComparison.Ordinal) && entriesByTail.TryGetValue(name[segmentName.Length..], out CompoundEntry entry)
            ? entry
            : throw new FileNotFoundException($"There is no file {name} in {data.Name}.", name);

    private static NotSupportedException OnlyForReading() => new("A compound file is only read.");
}
