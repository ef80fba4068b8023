using Search.Articles.Reading;
using Search.Articles.Searching;

namespace Search.Articles.Indexing;

/// <summary>Folders and files as they are now: each article's id, path and content hash, and what could not be read.</summary>
internal sealed class SourceScan
{
    private readonly IReadOnlyList<string> _paths;
    private readonly Dictionary<string, (string Path, string Hash)> _found = new(StringComparer.Ordinal);
    private readonly List<SkippedSource> _skipped = [];

    private SourceScan(IReadOnlyList<string> paths) => _paths = paths;

    /// <summary>Path and hash by article id.</summary>
    public IReadOnlyDictionary<string, (string Path, string Hash)> Found => _found;

    /// <summary>What was not read, and why.</summary>
    public IReadOnlyList<SkippedSource> Skipped => _skipped;

    /// <summary>Reads everything once, keeping nothing but hashes.</summary>
    public static SourceScan Run(IReadOnlyList<string> paths, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        var scan = new SourceScan(paths);
        SourceFile[] files = [.. SourceFiles.Find(paths, scan._skipped.Add)];
        for (var i = 0; i < files.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new IndexProgress(i, files.Length, files[i].Path));
            foreach (ReadResult result in ArticleReader.Open(files[i]))
                scan.Add(result);
        }
        return scan;
    }

    /// <summary>Adds a source that failed later, when it was taken apart.</summary>
    public void Skip(string id, string path, string reason)
    {
        _found.Remove(id);
        _skipped.Add(new SkippedSource(path, 0, reason));
    }

    /// <summary>The records once more, in order; those that failed are left out.</summary>
    public IEnumerable<SourceRecord> Records(Predicate<string> wanted)
    {
        foreach (SourceFile file in SourceFiles.Find(_paths, _ => { }))
        {
            foreach (ReadResult result in ArticleReader.Open(file))
            {
                if (result.Record is { } record && _found.TryGetValue(record.Id, out (string Path, string Hash) found) && found.Path == record.Path && wanted(record.Id))
                    yield return record;
            }
        }
    }

    private void Add(ReadResult result)
    {
        if (result.Skipped is { } skipped)
            _skipped.Add(skipped);
        if (result.Record is not { } record)
            return;
        if (!_found.TryAdd(record.Id, (record.Path, record.ContentHash)))
            _skipped.Add(new SkippedSource(record.Path, 0, $"its id \"{record.Id}\" stands for {_found[record.Id].Path} already"));
    }
}
