using System.Text.Json;
using Search.Engine.Segments;

namespace Search.Engine.Tests.Variants;

/// <summary>A small index that Lucene wrote, one of its variants of the format, with what Lucene read from it.</summary>
/// <remarks><c>tests/golden/indexes/README.md</c>; made by <c>oracle variants</c>.</remarks>
internal sealed record Variant(string Folder)
{
    /// <summary>Softly deleted documents are shown, as Lucene's own reader shows them.</summary>
    public static ReaderOptions AsWritten { get; } = new() { ShowsSoftDeleted = true };

    public static string Root { get; } = Path.Combine(RepositoryPaths.Golden, "indexes");

    /// <summary>The names of all variants.</summary>
    public static TheoryData<string> Names => [.. Directory.EnumerateDirectories(Root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public string Index => Path.Combine(Folder, "index");

    public static Variant Of(string name) => new(Path.Combine(Root, name));

    /// <summary>The lines of Lucene's dump of the newest commit, or of that with a number.</summary>
    public string[] Dump(long? generation = null) =>
        File.ReadAllLines(Path.Combine(Folder, generation is null ? "dump.jsonl" : $"dump.{generation}.jsonl"));

    /// <summary>What Lucene found; the documents that it hides are hidden.</summary>
    public IEnumerable<JsonElement> Hits() => File.ReadLines(Path.Combine(Folder, "hits.jsonl")).Select(line => JsonElement.Parse(line));
}
