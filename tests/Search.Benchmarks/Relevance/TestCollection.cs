using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace Search.Benchmarks.Relevance;

/// <summary>Documents, queries and judgements of <c>../shared/data</c>.</summary>
internal sealed class TestCollection
{
    private TestCollection(string name, string folder)
    {
        Name = name;
        Folder = folder;
        foreach (string[] row in Rows("queries.tsv"))
            Queries.Add((row[0], row[1]));
        foreach (string[] row in Rows("qrels.tsv"))
        {
            if (!Judgements.TryGetValue(row[0], out Dictionary<string, int>? judged))
                Judgements[row[0]] = judged = new Dictionary<string, int>(StringComparer.Ordinal);
            judged[row[1]] = Math.Max(int.Parse(row[2], CultureInfo.InvariantCulture), 0);
        }
    }

    public string Name { get; }

    public string Folder { get; }

    public List<(string Id, string Text)> Queries { get; } = [];

    /// <summary>Grades by query and document.</summary>
    public Dictionary<string, Dictionary<string, int>> Judgements { get; } = new(StringComparer.Ordinal);

    /// <param name="name">The name of its folder.</param>
    public static TestCollection Open(string dataFolder, string name)
    {
        string folder = Path.Combine(dataFolder, name);
        return Directory.Exists(folder) ? new TestCollection(name, folder) : throw new UsageException($"there is no {folder}");
    }

    /// <summary>The documents as they stand in the file.</summary>
    public IEnumerable<(string Id, string Title, string Text)> Documents()
    {
        foreach (string line in Lines())
        {
            using JsonDocument json = JsonDocument.Parse(line);
            yield return (Value(json, "id"), Value(json, "title"), Value(json, "text"));
        }
    }

    /// <summary>The lines of the file of documents.</summary>
    public IEnumerable<string> Lines()
    {
        string plain = Path.Combine(Folder, "corpus.jsonl");
        using Stream file = File.Exists(plain) ? File.OpenRead(plain) : new GZipStream(File.OpenRead(plain + ".gz"), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static string Value(JsonDocument json, string name) => json.RootElement.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? "" : "";

    private IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Where(line => line.Trim().Length > 0).Select(line => line.Split('\t'));
}
