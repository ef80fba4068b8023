using System.Text.RegularExpressions;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Indexing.Merging;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Indexing;

/// <summary>Apache Lucene judges indexes that our writer made: they are sound, and hold what its own writer would have put there.</summary>
public partial class OracleIndexTests
{
    private const int Paragraphs = 2000;

    [OracleTheory]
    [InlineData(1, 0, 0, true)]
    [InlineData(1, 0, 0, false)]
    [InlineData(5, 150, 100, true)]
    public void An_index_equals_one_that_Lucene_wrote(int segments, int deletes, int updates, bool offsets)
    {
        using var folder = new TemporaryFolder();
        string corpus = GeneratedCorpus.Paragraphs(Paragraphs);
        string ours = folder.File("ours");
        string theirs = folder.File("theirs");
        new ParagraphIndexer { Segments = segments, Deletes = deletes, Updates = updates, Offsets = offsets, Extras = true }.Index(corpus, ours);
        string[] oracleOptions = offsets ? ["--extras"] : ["--extras", "--no-offsets"];
        Oracle.Run(["index", corpus, theirs, "--segments", "1", "--deletes", $"{deletes}", .. oracleOptions]);

        Oracle.AssertSound(ours);
        Assert.Equal(Dump(theirs, counted: updates == 0), Dump(ours, counted: updates == 0));
    }

    [OracleFact]
    public void An_index_after_failed_documents_is_sound()
    {
        using var folder = new TemporaryFolder();
        var indexer = new ParagraphIndexer();
        using (MappedDirectory directory = MappedDirectory.Open(folder.Path))
        using (IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = ParagraphIndexer.Analyzer, MergePolicy = NoMergePolicy.Instance }))
        {
            foreach (string line in File.ReadLines(GeneratedCorpus.Paragraphs(Paragraphs)).Take(300))
            {
                Documents.Document document = indexer.ToDocument(line);
                writer.AddDocument(document);
                document.Add(Documents.Field.CreateKeyword("source", new string('s', 40_000)));
                Assert.Throws<InvalidDocumentException>(() => writer.AddDocument(document));
            }
        }
        Oracle.AssertSound(folder.Path);
        using MappedDirectory written = MappedDirectory.Open(folder.Path);
        using DirectoryReader reader = DirectoryReader.Open(written);
        Assert.Equal((600, 300), (reader.MaxDoc, reader.NumDocs));
    }

    [OracleFact]
    public void Lucene_goes_on_where_we_stopped_and_we_where_Lucene_stopped()
    {
        using var folder = new TemporaryFolder();
        string corpus = GeneratedCorpus.Paragraphs(Paragraphs);
        Oracle.Run("index", corpus, folder.Path, "--segments", "3", "--deletes", "20", "--limit", "600", "--compound");
        using (MappedDirectory directory = MappedDirectory.Open(folder.Path))
        using (IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = ParagraphIndexer.Analyzer, OpenMode = OpenMode.Append }))
        {
            var indexer = new ParagraphIndexer();
            foreach (string line in File.ReadLines(corpus).Skip(600).Take(100))
                writer.AddDocument(indexer.ToDocument(line));
            using System.Text.Json.JsonDocument first = System.Text.Json.JsonDocument.Parse(File.ReadLines(corpus).ElementAt(1));
            writer.DeleteDocuments(new Term("id", first.RootElement.GetProperty("id").GetString()!));
        }
        Oracle.AssertSound(folder.Path);
    }

    [OracleFact]
    public void A_writer_in_Java_and_ours_exclude_each_other()
    {
        using var folder = new TemporaryFolder();
        string corpus = GeneratedCorpus.Paragraphs(Paragraphs);
        using MappedDirectory directory = MappedDirectory.Open(folder.Path);
        using IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = ParagraphIndexer.Analyzer });
        (int exitCode, _, string error) = Oracle.TryRun("index", corpus, folder.Path, "--limit", "10");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("Lock", error, StringComparison.Ordinal);
    }

    // Without what may differ: the layout in segments, the kind of field that our writer does not have, and, unless counted,
    // how many points there are of deleted documents.
    private static string[] Dump(string index, bool counted) =>
        [.. Oracle.Lines("dump", index, "--by-id")
            .Where(line => !line.Contains("\"kind\":\"index\"", StringComparison.Ordinal)
                && !line.Contains("\"kind\":\"segment\"", StringComparison.Ordinal)
                && !line.Contains("x_point2", StringComparison.Ordinal))
            .Select(line => counted ? line : PointCounts().Replace(line, ""))];

    [GeneratedRegex("\"size\":[0-9]+,\"docCount\":[0-9]+,(?=\"digested\")", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    internal static partial Regex PointCounts();
}
