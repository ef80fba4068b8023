using Search.Articles.Reading;

namespace Search.Articles.Indexing;

/// <summary>The files of folders at one moment, with size and time of each: what tells cheaply which of them changed.</summary>
internal sealed class FolderListing
{
    private readonly Dictionary<string, (SourceFile File, long Length, long WrittenAt)> _files = new(StringComparer.Ordinal);

    private FolderListing()
    {
    }

    /// <summary>Nothing.</summary>
    public static FolderListing Empty { get; } = new();

    /// <summary>Looks through the folders.</summary>
    /// <exception cref="DirectoryNotFoundException">One of them is not there: whether its files are gone cannot be told.</exception>
    public static FolderListing Of(IReadOnlyList<string> paths)
    {
        string? missing = paths.FirstOrDefault(path => !Path.Exists(path));
        if (missing is not null)
            throw new DirectoryNotFoundException($"There is no {missing} at the moment; its articles stay as they are.");
        var listing = new FolderListing();
        foreach (SourceFile file in SourceFiles.Find(paths, _ => { }))
        {
            var info = new FileInfo(file.FullPath);
            if (info.Exists)
                listing._files[file.FullPath] = (file, info.Length, info.LastWriteTimeUtc.Ticks);
        }
        return listing;
    }

    /// <summary>Whether a file that is new or has changed since an earlier listing is empty: somebody is about to write it.</summary>
    public bool HasEmptySince(FolderListing earlier) =>
        _files.Any(entry => entry.Value.Length == 0 && (!earlier._files.TryGetValue(entry.Key, out (SourceFile File, long Length, long WrittenAt) before) || before != entry.Value));

    /// <summary>Files that are new or have another size or time than in an earlier listing.</summary>
    public IReadOnlyList<SourceFile> ChangedSince(FolderListing earlier) =>
        [.. _files.Where(entry => !earlier._files.TryGetValue(entry.Key, out (SourceFile File, long Length, long WrittenAt) before) || before != entry.Value).Select(entry => entry.Value.File)];

    /// <summary>Files of an earlier listing that are not here any more.</summary>
    public IReadOnlyList<SourceFile> GoneSince(FolderListing earlier) =>
        [.. earlier._files.Where(entry => !_files.TryGetValue(entry.Key, out (SourceFile File, long, long) now) || now.File.Id != entry.Value.File.Id).Select(entry => entry.Value.File)];
}
