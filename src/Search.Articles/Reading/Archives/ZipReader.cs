using System.IO.Compression;
using Search.Articles.Searching;

namespace Search.Articles.Reading.Archives;

/// <summary>Reads the files in a ZIP archive as files of a folder are read. Nothing is written to disk; names of entries are names, never paths.</summary>
internal static class ZipReader
{
    private const long MaxTotalBytes = 64L << 30;
    private const int MaxEntries = 500_000;
    private const int MaxNameLength = 500;

    /// <summary>The records of all entries in order; what is not read is a result with its reason.</summary>
    public static IEnumerable<ReadResult> Read(SourceFile file, FieldMap fields)
    {
        if (file.OpenContent is not null) return [Skip(file.Path, "an archive in an archive is not read")];
        return ReadEntries(file, fields);
    }

    private static IEnumerable<ReadResult> ReadEntries(SourceFile file, FieldMap fields)
    {
        (ZipArchive? archive, string? fault) = TryOpen(file);
        if (archive is null)
        {
            yield return Skip(file.Path, fault!);
            yield break;
        }

        using (archive)
        {
            long total = 0;
            var ids = new HashSet<string>(StringComparer.Ordinal);
            foreach (ZipArchiveEntry entry in archive.Entries)
            {
                total += Math.Max(0, entry.Length);
                if (entry.FullName.EndsWith('/') || IsHidden(entry.FullName)) continue;
                if (total > MaxTotalBytes)
                {
                    yield return Skip(file.Path, $"unpacks to more than {MaxTotalBytes >> 30} GiB; the rest is not read");
                    yield break;
                }

                foreach (ReadResult result in ReadEntry(file, entry, fields, ids)) yield return result;
            }
        }
    }

    private static (ZipArchive? Archive, string? Fault) TryOpen(SourceFile file)
    {
        FileStream? stream = null;
        try
        {
            stream = new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (ZipDirectory.Measure(stream) > ZipDirectory.MaxBytes) throw new InvalidDataException($"its table of entries is larger than {ZipDirectory.MaxBytes >> 20} MiB");
            stream.Seek(0, SeekOrigin.Begin);
            var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            if (archive.Entries.Count > MaxEntries) throw new InvalidDataException($"more than {MaxEntries} entries");
            return (archive, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
        {
            stream?.Dispose();
            return (null, e.Message);
        }
    }

    private static IEnumerable<ReadResult> ReadEntry(SourceFile file, ZipArchiveEntry entry, FieldMap fields, HashSet<string> ids)
    {
        string name = Clean(entry.FullName);
        string path = SourcePath.OfEntry(file.Path, name);
        if (SourceFile.FormatOf(name) is not { } form) return [Skip(path, SourceFile.FormsThatAreRead)];
        string id = ArticleId.OfPart(file.Id, name, 0);
        if (!ids.Add(id)) id = ArticleId.Distinguish(id, path);
        return ArticleReader.Open(
            new SourceFile(file.FullPath, path, id, form.Format, form.IsCompressed)
            {
                OpenContent = () => new BoundedStream(entry.Open(), () => entry.CompressedLength),
            },
            fields);
    }

    // What systems put beside the files that people packed.
    private static bool IsHidden(string name) => name.Split('/', '\\').Any(part => part.StartsWith('.') && part is not ("." or "..") || part == "__MACOSX");

    private static string Clean(string name)
    {
        string cut = name.Length > MaxNameLength ? name[^MaxNameLength..] : name;
        return string.Concat(cut.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '_' : c == '\\' ? '/' : c));
    }

    private static ReadResult Skip(string path, string reason) => new(null, new SkippedSource(path, 0, reason));
}
