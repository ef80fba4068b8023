using System.Text.Json;
using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Indexing.Merging;
using Search.Engine.Store;

namespace Search.Engine.Tests.Infrastructure;

/// <summary>Writes paragraphs as the oracle's <c>index</c> command does: the same fields in the same order, no merging.</summary>
/// <remarks>Fields: <c>tests/oracle/README.md</c>. JSON lines in, an index out.</remarks>
internal sealed record ParagraphIndexer
{
    /// <summary>What the oracle analyses paragraphs with.</summary>
    public static Analyzer Analyzer { get; } = new PerFieldAnalyzer(new EnglishAnalyzer(), new Dictionary<string, Analyzer>(StringComparer.Ordinal)
    {
        ["id"] = new KeywordAnalyzer(),
        ["article"] = new KeywordAnalyzer(),
        ["parent"] = new KeywordAnalyzer(),
        ["source"] = new KeywordAnalyzer(),
        ["names"] = new StandardAnalyzer(),
        ["places"] = new StandardAnalyzer(),
    });

    /// <summary>Segments of nearly equal size.</summary>
    public int Segments { get; init; } = 1;

    /// <summary>Paragraphs deleted after the first commit, spread as the oracle spreads them.</summary>
    public int Deletes { get; init; }

    /// <summary>Paragraphs given again as they are after the first commit, so that the old ones are deleted: those behind the deleted ones.</summary>
    public int Updates { get; init; }

    /// <summary>Memory that the writer's buffer may take; small ones make many segments.</summary>
    public long BufferBytes { get; init; } = IndexWriterOptions.MaxBufferBytes;

    /// <summary>Only the first paragraphs of the file.</summary>
    public int Limit { get; init; } = int.MaxValue;

    /// <summary>Whether title and body have offsets in their postings.</summary>
    public bool Offsets { get; init; } = true;

    /// <summary>Whether the oracle's <c>x_</c> fields come too, all but the two-dimensional point.</summary>
    public bool Extras { get; init; }

    /// <summary>
    /// Whether the paragraphs of an article (lines that follow one another) are added as one block whose last one is the
    /// parent, with <c>parent:yes</c>.
    /// </summary>
    public bool Parents { get; init; }

    /// <summary>Indexes into a folder that is empty or does not exist.</summary>
    public void Index(string jsonLinesPath, string folder)
    {
        using MappedDirectory directory = MappedDirectory.Open(folder);
        Index(jsonLinesPath, directory);
    }

    /// <summary>Indexes into an empty directory.</summary>
    public void Index(string jsonLinesPath, IndexDirectory directory)
    {
        string[] lines = Lines(jsonLinesPath);
        using IndexWriter writer = IndexWriter.Open(directory, Options);
        var closed = 0;
        var written = 0;
        foreach (IReadOnlyList<Document> block in Blocks(lines))
        {
            writer.AddDocuments(block);
            written += block.Count;
            if (written >= (long)lines.Length * (closed + 1) / Segments && closed + 1 < Segments)
            {
                writer.Flush();
                closed++;
            }
        }
        writer.Commit();
        DeleteAndUpdate(lines, writer);
    }

    /// <summary>The deletes and updates alone, in an index of the file that was written before without them.</summary>
    public void DeleteAndUpdate(string jsonLinesPath, string folder)
    {
        using MappedDirectory directory = MappedDirectory.Open(folder);
        using IndexWriter writer = IndexWriter.Open(directory, Options with { OpenMode = OpenMode.Append });
        DeleteAndUpdate(Lines(jsonLinesPath), writer);
    }

    /// <summary>A line as a document.</summary>
    public Document ToDocument(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement paragraph = json.RootElement;
        var document = new Document();
        string id = paragraph.GetProperty("id").GetString()!;
        document.Add(Field.CreateKeyword("id", id, stored: true));
        AddKey(document, "article", Text(paragraph, "article"), multiValued: false);
        if (paragraph.TryGetProperty("ordinal", out JsonElement ordinal))
        {
            document.Add(Field.CreatePoint("ordinal", ordinal.GetInt32()));
            document.Add(Field.CreateColumn("ordinal", ordinal.GetInt32()));
            document.Add(Field.CreateStored("ordinal", ordinal.GetInt32()));
        }
        AddText(document, "title", Text(paragraph, "title"));
        AddText(document, "body", Text(paragraph, "text"));
        AddMany(document, paragraph, "names");
        AddMany(document, paragraph, "places");
        AddKey(document, "source", Text(paragraph, "source"), multiValued: true);
        if (Text(paragraph, "date") is { } date)
        {
            long day = DateOnly.Parse(date).DayNumber - new DateOnly(1970, 1, 1).DayNumber;
            document.Add(Field.CreatePoint("date", day));
            document.Add(Field.CreateColumn("date", day));
            document.Add(Field.CreateStored("date", day));
        }
        if (Extras)
            AddExtras(document, id, Text(paragraph, "text")?.Length ?? 0);
        return document;
    }

    private IndexWriterOptions Options => new() { Analyzer = Analyzer, BufferBytes = BufferBytes, MergePolicy = NoMergePolicy.Instance };

    private string[] Lines(string path) => [.. File.ReadLines(path).Where(line => !string.IsNullOrWhiteSpace(line)).Take(Limit)];

    private IEnumerable<IReadOnlyList<Document>> Blocks(string[] lines)
    {
        if (!Parents)
        {
            foreach (string line in lines)
                yield return [ToDocument(line)];
            yield break;
        }
        for (var start = 0; start < lines.Length;)
        {
            string? article = ArticleOf(lines[start]);
            int end = start + 1;
            while (end < lines.Length && ArticleOf(lines[end]) == article)
                end++;
            List<Document> block = [.. lines[start..end].Select(ToDocument)];
            block[^1].Add(Field.CreateKeyword("parent", "yes"));
            yield return block;
            start = end;
        }
    }

    private void DeleteAndUpdate(string[] lines, IndexWriter writer)
    {
        for (var i = 0; i < Math.Min(Deletes, lines.Length); i++)
            writer.DeleteDocuments(IdOf(lines[(long)lines.Length * i / Math.Min(Deletes, lines.Length)]));
        for (var i = 0; i < Math.Min(Updates, lines.Length); i++)
        {
            string line = lines[((long)lines.Length * i / Math.Min(Updates, lines.Length) + 1) % lines.Length];
            writer.UpdateDocument(IdOf(line), ToDocument(line));
        }
        writer.Commit();
    }

    /// <summary>What finds the paragraph of a line.</summary>
    public static Term IdOf(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        return new Term("id", json.RootElement.GetProperty("id").GetString()!);
    }

    private static string? ArticleOf(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        return Text(json.RootElement, "article");
    }

    private static string? Text(JsonElement paragraph, string name) =>
        paragraph.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static void AddKey(Document document, string name, string? value, bool multiValued)
    {
        if (value is null)
            return;
        document.Add(Field.CreateKeyword(name, value, stored: true));
        document.Add(Field.CreateColumn(name, value, multiValued));
    }

    private void AddText(Document document, string name, string? value)
    {
        if (value is not null)
            document.Add(Field.CreateText(name, value, stored: true, Offsets));
    }

    private static void AddMany(Document document, JsonElement paragraph, string name)
    {
        if (!paragraph.TryGetProperty(name, out JsonElement values) || values.ValueKind != JsonValueKind.Array)
            return;
        foreach (JsonElement value in values.EnumerateArray())
            document.Add(Field.CreateText(name, value.GetString()!, stored: true));
    }

    private static void AddExtras(Document document, string id, int length)
    {
        document.Add(Field.CreateColumn("x_bytes", System.Text.Encoding.UTF8.GetBytes($"b{length}:{id}"), DocValuesType.Binary));
        for (var i = 0; i <= length % 3; i++)
        {
            document.Add(Field.CreateColumn("x_lengths", (long)length * (i - 1), multiValued: true));
            document.Add(Field.CreateColumn("x_tags", $"tag{length * (i + 1) % 97}", multiValued: true));
        }
        if (length % 2 == 0)
            document.Add(Field.CreateColumn("x_sparse", length % 7 == 0 ? long.MinValue + length : length));
        document.Add(Field.CreateStored("x_float", length / 7f));
        document.Add(Field.CreateStored("x_double", length / 7d));
        document.Add(Field.CreateStored("x_long", -1L - length));
        document.Add(Field.CreateStored("x_blob", new ReadOnlyMemory<byte>([0, (byte)length, 255])));
    }
}
