using Search.Engine.Indexing;
using Search.Engine.Indexing.Merging;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Dump;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Indexing.Merging;

/// <summary>Indexes pass from Lucene's writer to ours and back, merged by either.</summary>
public sealed class ForceMergeOracleTests
{
    private const int Paragraphs = 2000;

    [OracleFact]
    public void What_Lucene_wrote_and_we_merged_is_what_Lucene_merges_it_to()
    {
        using var folder = new TemporaryFolder();
        string ours = folder.File("ours");
        string theirs = folder.File("theirs");
        Oracle.Run("index", GeneratedCorpus.Paragraphs(Paragraphs), ours, "--extras", "--segments", "12", "--deletes", "150", "--updates", "60");
        Oracle.Run("index", GeneratedCorpus.Paragraphs(Paragraphs), theirs, "--extras", "--segments", "12", "--deletes", "150", "--updates", "60");
        File.WriteAllText(folder.File("none.jsonl"), "");
        Oracle.Run("append", folder.File("none.jsonl"), theirs, "--force-merge", "1");
        ForceMerge(ours);

        Oracle.AssertSound(ours);
        Assert.Equal(Content(IndexDump.OfFolder(theirs)), Content(IndexDump.OfFolder(ours))); // the order of documents included
    }

    [OracleFact]
    public void Lucene_goes_on_with_what_we_merged_and_merges_it_again()
    {
        using var folder = new TemporaryFolder();
        string corpus = GeneratedCorpus.Paragraphs(Paragraphs);
        new ParagraphIndexer { Segments = 5, Limit = 700, Deletes = 60 }.Index(corpus, folder.File("index"));
        ForceMerge(folder.File("index"));
        File.WriteAllLines(folder.File("more.jsonl"), File.ReadLines(corpus).Skip(500).Take(400)); // some of them are there
        Oracle.Run("append", folder.File("more.jsonl"), folder.File("index"), "--force-merge", "1");
        ForceMerge(folder.File("index"));

        Oracle.AssertSound(folder.File("index"));
        using MappedDirectory directory = MappedDirectory.Open(folder.File("index"));
        using DirectoryReader reader = DirectoryReader.Open(directory);
        Assert.Single(reader.Segments);
        Assert.True(IndexChecker.Check(directory).IsSound);
        Assert.Equal(reader.MaxDoc, reader.NumDocs);
        Assert.InRange(reader.NumDocs, 840, 900);
    }

    [OracleFact]
    public void Segments_with_term_vectors_are_left_alone()
    {
        using var folder = new TemporaryFolder();
        string corpus = GeneratedCorpus.Paragraphs(Paragraphs);
        Oracle.Run("index", corpus, folder.Path, "--vectors", "--segments", "3", "--limit", "90");
        using (MappedDirectory directory = MappedDirectory.Open(folder.Path))
        using (IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = ParagraphIndexer.Analyzer }))
        {
            var indexer = new ParagraphIndexer();
            foreach (string line in File.ReadLines(corpus).Skip(90).Take(10))
            {
                writer.AddDocument(indexer.ToDocument(line));
                writer.Flush();
            }
            writer.ForceMerge(1);
        }
        Oracle.AssertSound(folder.Path);
        using MappedDirectory merged = MappedDirectory.Open(folder.Path);
        using DirectoryReader reader = DirectoryReader.Open(merged);
        Assert.Equal([30, 30, 30, 10], reader.Segments.Select(segment => segment.MaxDoc));
        var refused = Assert.Throws<NotSupportedException>(() => new SegmentMerger(merged, "_z", MergeSource.InOrder([(reader.Segments[0], null)]), _ => null));
        Assert.Contains("term vectors", refused.Message, StringComparison.Ordinal);
    }

    [OracleFact]
    public void Softly_deleted_documents_are_dropped()
    {
        const string Writer = """
            IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer()).setSoftDeletesField("gone").setMergePolicy(NoMergePolicy.INSTANCE);
            try (Directory directory = FSDirectory.open(Paths.get(args[0])); IndexWriter writer = new IndexWriter(directory, config)) {
                for (int i = 0; i < 200; i++) {
                    Document d = new Document();
                    d.add(new StringField("id", "d" + i % 150, Field.Store.YES));
                    writer.softUpdateDocument(new Term("id", "d" + i % 150), d, new NumericDocValuesField("gone", 1));
                    if (i % 60 == 59) writer.commit();
                }
                writer.deleteDocuments(new Term("id", "d7"));
            }
            System.out.println("done");
            """;
        using var folder = new TemporaryFolder();
        using (JavaProgram java = JavaProgram.Start(Writer, folder.Path))
            Assert.Equal("done", java.ReadLine());
        ForceMerge(folder.Path);

        Oracle.AssertSound(folder.Path);
        using MappedDirectory directory = MappedDirectory.Open(folder.Path);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        Assert.Equal((149, 149), (reader.MaxDoc, reader.NumDocs));
        Assert.True(Assert.Single(reader.Segments).FieldInfos.Find("gone")!.IsSoftDeletes);
    }

    private static void ForceMerge(string folder)
    {
        using MappedDirectory directory = MappedDirectory.Open(folder);
        using IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = ParagraphIndexer.Analyzer, OpenMode = OpenMode.Append });
        writer.ForceMerge(1);
    }

    private static IEnumerable<string> Content(string[] dump) =>
        dump.Where(line => !line.Contains("\"kind\":\"index\"", StringComparison.Ordinal) && !line.Contains("\"kind\":\"segment\"", StringComparison.Ordinal));
}
