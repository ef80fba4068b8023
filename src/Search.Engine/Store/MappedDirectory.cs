using Microsoft.Win32.SafeHandles;

namespace Search.Engine.Store;

/// <summary>An index in a folder of the file system; files are read through memory mappings.</summary>
/// <remarks>Shareable between threads. Holds nothing open itself.</remarks>
public sealed class MappedDirectory : IndexDirectory
{
    private MappedDirectory(string path) => FolderPath = path;

    /// <summary>The folder, as an absolute path.</summary>
    public string FolderPath { get; }

    /// <summary>Opens a folder and creates it when it is missing.</summary>
    public static MappedDirectory Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string full = Path.GetFullPath(path);
        Directory.CreateDirectory(full);
        return new MappedDirectory(full);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> ListAll() =>
        [.. Directory.EnumerateFiles(FolderPath).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override long FileLength(string name) => new FileInfo(PathOf(name)).Length;

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name) => new(name, MappedMemory.Open(PathOf(name)));

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name) =>
        new(name, new FileStream(PathOf(name), FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0));

    /// <inheritdoc/>
    public override void DeleteFile(string name)
    {
        string path = PathOf(name);
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file {name} in {FolderPath}.", path);
        File.Delete(path);
    }

    /// <inheritdoc/>
    public override void Rename(string source, string target) => File.Move(PathOf(source), PathOf(target), overwrite: false);

    /// <inheritdoc/>
    public override void Sync(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (string name in names)
        {
            using SafeFileHandle file = File.OpenHandle(PathOf(name), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(file);
        }
    }

    /// <summary>fsync of the folder; Windows has no such call and needs none.</summary>
    public override void SyncMetadata()
    {
        if (!OperatingSystem.IsWindows())
            LibC.SyncFolder(FolderPath);
    }

    /// <inheritdoc/>
    public override WriteLock ObtainWriteLock() => MappedWriteLock.Obtain(FolderPath);

    /// <summary>Gives a file a second name in another folder; false where the system or the file system cannot.</summary>
    internal bool TryLink(string name, MappedDirectory target, string targetName) =>
        !OperatingSystem.IsWindows() && LibC.TryLink(PathOf(name), target.PathOf(targetName));

    private string PathOf(string name)
    {
        FileNames.ThrowIfIllegal(name);
        return Path.Combine(FolderPath, name);
    }
}
