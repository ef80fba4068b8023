using Search.Articles.Reading;
using Search.Articles.Searching;

namespace Search.Articles.Indexing;

/// <summary>Folders and files as they are now: each article's id, path and content hash, and what could not be read.</summary>
/// <remarks>Memory grows by an id, a path and a key for each article, never by texts.</remarks>
internal sealed class SourceScan
{
    private const int MaxSkipped = 100_000;

    private readonly Func<IEnumerable<SourceFile>> _files;
    private readonly FieldMap _fields;
    private readonly Dictionary<string, (string Path, UInt128 Hash)> _found = new(StringComparer.Ordinal);
    private readonly List<SkippedSource> _skipped = [];

    private SourceScan(Func<IEnumerable<SourceFile>> files, FieldMap fields)
    {
        _files = files;
        _fields = fields;
    }

    /// <summary>Path and hash by article id.</summary>
    public IReadOnlyDictionary<string, (string Path, UInt128 Hash)> Found => _found;

    /// <summary>What was not read, and why.</summary>
    public IReadOnlyList<SkippedSource> Skipped => _skipped;

    /// <summary>Reads everything once, keeping nothing but hashes.</summary>
    public static SourceScan OfFolders(IReadOnlyList<string> paths, FieldMap fields, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        var scan = new SourceScan(() => SourceFiles.Find(paths, _ => { }), fields);
        SourceFile[] files = [.. SourceFiles.Find(paths, scan.Skip)];
        scan.Read(files, progress, cancellation);
        return scan;
    }

    /// <summary>Reads some files once, keeping nothing but hashes.</summary>
    public static SourceScan OfFiles(IReadOnlyList<SourceFile> files, FieldMap fields, CancellationToken cancellation)
    {
        var scan = new SourceScan(() => files, fields);
        scan.Read(files, progress: null, cancellation);
        return scan;
    }

    /// <summary>Takes a record out that is not to be written, or that failed when it was taken apart.</summary>
    public void Skip(string id, string path, string reason)
    {
        _found.Remove(id);
        Skip(new SkippedSource(path, 0, reason));
    }

    /// <summary>The records once more, in order; those that were taken out are left out.</summary>
    public IEnumerable<SourceRecord> Records(Predicate<string> wanted)
    {
        foreach (SourceFile file in _files())
        {
            foreach (ReadResult result in ArticleReader.Open(file, _fields))
            {
                if (result.Record is { } record && _found.TryGetValue(record.Id, out (string Path, UInt128 Hash) found) && found.Path == record.Path && wanted(record.Id))
                    yield return record;
            }
        }
    }

    private void Read(IReadOnlyList<SourceFile> files, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        for (var i = 0; i < files.Count; i++)
        {
            progress?.Report(new IndexProgress(i, files.Count, files[i].Path));
            foreach (ReadResult result in ArticleReader.Open(files[i], _fields))
            {
                cancellation.ThrowIfCancellationRequested();
                Add(result);
            }
        }
    }

    private void Add(ReadResult result)
    {
        if (result.Skipped is { } skipped)
            Skip(skipped);
        if (result.Record is not { } record)
            return;
        if (!_found.TryAdd(record.Id, (record.Path, ContentKey.Of(record.ContentHash))))
            Skip(new SkippedSource(record.Path, 0, $"its id \"{record.Id}\" stands for {_found[record.Id].Path} already"));
    }

    // A file of millions of bad lines must not fill the memory with reasons.
    private void Skip(SkippedSource skipped)
    {
        if (_skipped.Count < MaxSkipped)
            _skipped.Add(skipped);
        else if (_skipped.Count == MaxSkipped)
            _skipped.Add(new SkippedSource(skipped.Path, skipped.Line, "more was skipped from here on; only so much is named"));
    }
}
