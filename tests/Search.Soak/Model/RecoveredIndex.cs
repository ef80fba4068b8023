using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Soak.Model;

/// <summary>Judges an index that was left behind: by a killed process, a failing disk, a machine without power.</summary>
public static class RecoveredIndex
{
    /// <summary>
    /// The index holds what the last acknowledged commit held, or the one that was being made, is sound, and the next writer
    /// opens, goes on from there and leaves no file that nobody needs.
    /// </summary>
    /// <param name="acknowledged">Of the last commit that returned; null when there was none.</param>
    /// <param name="inProgress">Of the commit that was being made; null when none was.</param>
    /// <exception cref="SoakFailureException">It is not so.</exception>
    public static void Check(IndexDirectory directory, IReadOnlyDictionary<string, Entry>? acknowledged, IReadOnlyDictionary<string, Entry>? inProgress)
    {
        ArgumentNullException.ThrowIfNull(directory);
        IReadOnlyDictionary<string, Entry> found = Found(directory, acknowledged, inProgress);
        if (CommitFiles.Latest(directory) >= 0)
            CheckStructure(directory);
        GoOn(directory, found);
    }

    /// <summary>A snapshot holds exactly these entries, whole and searchable.</summary>
    /// <exception cref="SoakFailureException">It does not.</exception>
    public static void CheckContent(IndexReader reader, IReadOnlyDictionary<string, Entry> expected)
    {
        Dictionary<string, Entry> found = IndexContent.Read(reader);
        if (!AreSame(found, expected))
            throw new SoakFailureException($"the index holds something else: {Difference(found, expected)}");
        IndexContent.CheckSearches(reader, found);
    }

    /// <summary>Our checker finds nothing wrong.</summary>
    /// <exception cref="SoakFailureException">It does.</exception>
    public static void CheckStructure(IndexDirectory directory)
    {
        IndexCheckReport report = IndexChecker.Check(directory);
        if (!report.IsSound)
            throw new SoakFailureException($"not sound: {string.Join("; ", report.Problems.Concat(report.Segments.SelectMany(segment => segment.Problems)))}");
    }

    /// <summary>Whether two states are the same.</summary>
    public static bool AreSame(IReadOnlyDictionary<string, Entry> left, IReadOnlyDictionary<string, Entry> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out Entry entry) && entry == pair.Value);
    }

    private static IReadOnlyDictionary<string, Entry> Found(
        IndexDirectory directory, IReadOnlyDictionary<string, Entry>? acknowledged, IReadOnlyDictionary<string, Entry>? inProgress)
    {
        if (CommitFiles.Latest(directory) < 0)
            return acknowledged is null ? new Dictionary<string, Entry>() : throw new SoakFailureException("the index is gone");
        using DirectoryReader reader = DirectoryReader.Open(directory);
        Dictionary<string, Entry> found = IndexContent.Read(reader);
        if (!(acknowledged is not null && AreSame(found, acknowledged)) && !(inProgress is not null && AreSame(found, inProgress)))
            throw new SoakFailureException($"neither the acknowledged commit ({Difference(found, acknowledged)}) nor the next ({Difference(found, inProgress)})");
        IndexContent.CheckSearches(reader, found);
        return found;
    }

    private static void GoOn(IndexDirectory directory, IReadOnlyDictionary<string, Entry> found)
    {
        var added = new Entry(int.MaxValue, 2);
        using (IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = ModelDocuments.Analyzer }))
            ModelDocuments.Apply(writer, new Change(ChangeKind.Put, "0-new", added));
        using DirectoryReader reader = DirectoryReader.Open(directory);
        CheckContent(reader, new Dictionary<string, Entry>(found, StringComparer.Ordinal) { ["0-new"] = added });
        string[] unused = [.. directory.ListAll().Except(reader.Commit.AllFiles()).Where(name => name != WriteLock.FileName)];
        if (unused.Length > 0)
            throw new SoakFailureException($"files that nobody needs: {string.Join(' ', unused)}");
    }

    private static string Difference(Dictionary<string, Entry> found, IReadOnlyDictionary<string, Entry>? expected)
    {
        if (expected is null)
            return $"{found.Count} keys where there should be none";
        IEnumerable<string> keys = found.Keys.Union(expected.Keys).Where(key => Of(found, key) != Of(expected, key));
        return string.Join(", ", keys.Select(key => $"{key} is {Of(found, key)}, not {Of(expected, key)}"));

        static string Of(IReadOnlyDictionary<string, Entry> entries, string key) =>
            entries.TryGetValue(key, out Entry entry) ? $"version {entry.Version} of {entry.Size}" : "missing";
    }
}
