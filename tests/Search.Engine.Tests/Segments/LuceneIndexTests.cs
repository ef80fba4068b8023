using System.Text.Json;
using Search.Engine.Index;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Tests.Segments;

/// <summary>Indexes that Apache Lucene wrote read here as they read there.</summary>
public sealed class LuceneIndexTests
{
    [OracleTheory]
    [InlineData("--extras")]
    [InlineData("--best-compression --extras")]
    [InlineData("--compound --segments 3 --extras")]
    [InlineData("--compound --segments 2 --deletes 31 --updates 17")]
    [InlineData("--best-compression --segments 2 --deletes 700")]
    [InlineData("--index-sort date")]
    public void Generated_paragraphs(string options)
    {
        using var folder = new TemporaryFolder();
        Oracle.Run(["index", GeneratedCorpus.Paragraphs(2000), folder.Path, .. options.Split(' ')]);
        using MappedDirectory directory = MappedDirectory.Open(folder.Path);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        reader.CheckIntegrity();

        JsonElement[] dump = [.. Oracle.Lines("dump", folder.Path).Select(line => JsonDocument.Parse(line).RootElement)];
        AssertSameIndex(Lines(dump, "index").Single(), reader);
        AssertSameSegments([.. Lines(dump, "segment")], reader);
        AssertSameFields([.. Lines(dump, "field")], reader);
        Assert.Equal(Lines(dump, "stored").Single().GetProperty("digest").GetString(), StoredDigest.Of(reader));
    }

    [OracleTheory]
    [InlineData("")]
    [InlineData("--best-compression")]
    public void Documents_larger_than_a_chunk(string options)
    {
        using var folder = new TemporaryFolder();
        var random = new Random(5);
        int[] lengths = [10, 614_399, 614_400, 5, 700_000, 1_228_800, 20, 1_300_000, 0, 2_600_000, 3];
        File.WriteAllLines(folder.File("large.jsonl"), lengths.Select((length, i) =>
            JsonSerializer.Serialize(new { id = $"d{i}", text = Text(random, length) })));
        string index = folder.File("index");
        Oracle.Run(["index", folder.File("large.jsonl"), index, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        using MappedDirectory directory = MappedDirectory.Open(index);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        string stored = Oracle.Lines("dump", index).Single(line => line.Contains("\"kind\":\"stored\"", StringComparison.Ordinal));
        Assert.Equal(JsonDocument.Parse(stored).RootElement.GetProperty("digest").GetString(), StoredDigest.Of(reader));
    }

    [OracleFact]
    public void Column_updates_replace_the_column_of_the_segment()
    {
        using var folder = new TemporaryFolder();
        Oracle.Run("index", GeneratedCorpus.Paragraphs(2000), folder.Path, "--compound", "--segments", "2", "--updates", "9");
        using MappedDirectory directory = MappedDirectory.Open(folder.Path);
        using DirectoryReader reader = DirectoryReader.Open(directory);

        var updated = new List<long>();
        foreach (Leaf leaf in reader.Leaves)
        {
            NumericDocValues column = leaf.Reader.NumericColumn("ordinal")!;
            while (column.NextDoc() != DocIdCursor.NoMoreDocs)
            {
                if (column.Value >= 1_000_000)
                    updated.Add(column.Value);
            }
        }
        Assert.Equal(Enumerable.Range(1_000_000, 9).Select(value => (long)value), updated);
    }

    private static IEnumerable<JsonElement> Lines(JsonElement[] dump, string kind) =>
        dump.Where(line => line.GetProperty("kind").GetString() == kind);

    private static void AssertSameIndex(JsonElement index, DirectoryReader reader)
    {
        Assert.Equal(index.GetProperty("maxDoc").GetInt32(), reader.MaxDoc);
        Assert.Equal(index.GetProperty("numDocs").GetInt32(), reader.NumDocs);
    }

    private static void AssertSameSegments(JsonElement[] segments, DirectoryReader reader)
    {
        Assert.Equal(segments.Length, reader.Segments.Count);
        foreach ((JsonElement expected, SegmentReader actual) in segments.Zip(reader.Segments))
        {
            Assert.Equal(expected.GetProperty("name").GetString(), actual.Commit.Segment.Name);
            Assert.Equal(expected.GetProperty("maxDoc").GetInt32(), actual.MaxDoc);
            Assert.Equal(expected.GetProperty("deleted").GetInt32(), actual.MaxDoc - actual.NumDocs);
            Assert.Equal(expected.GetProperty("compound").GetBoolean(), actual.Commit.Segment.IsCompound);
            Assert.Equal(expected.GetProperty("sort").ValueKind == JsonValueKind.Null, actual.Commit.Segment.IndexSort.Count == 0);
            Assert.Equal(expected.GetProperty("fieldInfosGen").GetInt64(), actual.Commit.FieldInfosGeneration);
            Assert.Equal(
                expected.GetProperty("files").EnumerateArray().Select(file => file.GetString()).Order(StringComparer.Ordinal),
                actual.Commit.AllFiles().Order(StringComparer.Ordinal));
            Assert.Equal(
                expected.GetProperty("diagnostics").EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!),
                actual.Commit.Segment.Diagnostics);
        }
    }

    private static void AssertSameFields(JsonElement[] fields, DirectoryReader reader)
    {
        FieldInfos actual = reader.Leaves[0].Reader.FieldInfos;
        Assert.Equal(fields.Select(field => field.GetProperty("name").GetString()).Order(), actual.Select(info => info.Name).Order());
        foreach (JsonElement expected in fields)
        {
            FieldInfo info = actual.Find(expected.GetProperty("name").GetString()!)!;
            Assert.Equal(Letters(expected.GetProperty("index").GetString()!), Letters($"{info.IndexOptions}"));
            Assert.Equal(Letters(expected.GetProperty("docValues").GetString()!), Letters($"{info.DocValuesType}"));
            Assert.Equal(expected.GetProperty("norms").GetBoolean(), info.HasNorms);
            Assert.Equal(expected.GetProperty("payloads").GetBoolean(), info.HasPayloads);
            Assert.Equal(expected.GetProperty("vectors").GetBoolean(), info.HasTermVectors);
            Assert.Equal(expected.GetProperty("pointDimensions").GetInt32(), info.PointDimensionCount);
            Assert.Equal(expected.GetProperty("pointIndexDimensions").GetInt32(), info.PointIndexDimensionCount);
            Assert.Equal(expected.GetProperty("pointBytes").GetInt32(), info.PointBytesPerDimension);
        }
    }

    // DOCS_AND_FREQS_AND_POSITIONS and DocsFreqsAndPositions are the same words.
    private static string Letters(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("and", "", StringComparison.OrdinalIgnoreCase).ToUpperInvariant();

    private static string Text(Random random, int length)
    {
        var text = new System.Text.StringBuilder(length + 10);
        while (text.Length < length)
            text.Append(random.Next(200)).Append(' ');
        text.Length = length;
        return text.ToString();
    }
}
