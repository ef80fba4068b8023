using Search.Articles.Searching;

namespace Search.Articles.Reading;

/// <summary>Finds the files that hold articles in folders.</summary>
public static class SourceFiles
{
    /// <summary>
    /// The files of folders (with their folders, in ordinal order of the path) and files, each once. Links inside a folder are not
    /// followed: what they point to is read at its own place or is not part of the folder. Names that start with a dot are passed over.
    /// </summary>
    /// <param name="paths">Folders and files; a file that is named is read whatever its name.</param>
    /// <param name="skipped">Takes what was not read, and why.</param>
    public static IEnumerable<SourceFile> Find(IReadOnlyList<string> paths, Action<SkippedSource> skipped)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(skipped);
        var files = new HashSet<string>(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            string root = Path.GetFullPath(path);
            IEnumerable<(string FullPath, string Relative)> found =
                Directory.Exists(root) ? Walk(root, "", skipped) :
                File.Exists(root) ? [(root, Path.GetFileName(root))] : [];
            if (!Directory.Exists(root) && !File.Exists(root)) skipped(new SkippedSource(path, 0, "there is no such file or folder"));
            foreach ((string fullPath, string relative) in found)
            {
                if (!files.Add(fullPath) || Describe(fullPath, relative, isNamed: fullPath == root, skipped) is not { } file) continue;
                yield return ids.Add(file.Id) ? file : file with { Id = ArticleId.Distinguish(file.Id, fullPath) };
            }
        }
    }

    private static IEnumerable<(string FullPath, string Relative)> Walk(string folder, string prefix, Action<SkippedSource> skipped)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            skipped(new SkippedSource(prefix, 0, e.Message));
            yield break;
        }

        Array.Sort(entries, (left, right) => string.CompareOrdinal(left.Name, right.Name));
        foreach (FileSystemInfo entry in entries)
        {
            string relative = prefix + entry.Name;
            if (entry.Name.StartsWith('.')) continue;
            if (entry.LinkTarget is not null)
            {
                skipped(new SkippedSource(relative, 0, "links are not followed"));
            }
            else if (entry is DirectoryInfo)
            {
                foreach ((string FullPath, string Relative) found in Walk(entry.FullName, relative + "/", skipped)) yield return found;
            }
            else
            {
                yield return (entry.FullName, relative);
            }
        }
    }

    private static SourceFile? Describe(string fullPath, string relative, bool isNamed, Action<SkippedSource> skipped)
    {
        (ArticleFormat Format, bool IsCompressed)? form = SourceFile.FormatOf(relative) ?? (isNamed ? (ArticleFormat.Text, false) : null);
        if (form is not null) return new SourceFile(fullPath, relative, ArticleId.FromPath(relative), form.Value.Format, form.Value.IsCompressed);
        skipped(new SkippedSource(relative, 0, SourceFile.FormsThatAreRead));
        return null;
    }
}
