using System.Text.Json;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Codecs.Lucene87;

namespace Search.Engine.Tests.Segments;

public sealed class SoftDeletesTests
{
    private const string Writer = """
        IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer()).setSoftDeletesField("gone").setMergePolicy(NoMergePolicy.INSTANCE);
        try (Directory directory = FSDirectory.open(Paths.get(args[0])); IndexWriter writer = new IndexWriter(directory, config)) {
            for (int i = 0; i < 100; i++) {
                Document d = new Document();
                d.add(new StringField("id", "d" + i, Field.Store.YES));
                writer.addDocument(d);
                if (i == 59) writer.flush();
            }
            writer.commit();
            for (int i = 0; i < 100; i += 7) {
                Document d = new Document();
                d.add(new StringField("id", "d" + i, Field.Store.YES));
                d.add(new StringField("version", "2", Field.Store.YES));
                writer.softUpdateDocument(new Term("id", "d" + i), d, new NumericDocValuesField("gone", 1));
            }
            writer.deleteDocuments(new Term("id", "d5"), new Term("id", "d7"));
            writer.commit();
            writer.softUpdateDocument(new Term("id", "d70"), new Document(), new NumericDocValuesField("gone", 1));
            writer.commit();
            try (DirectoryReader plain = DirectoryReader.open(directory); DirectoryReader live = new SoftDeletesDirectoryReaderWrapper(plain, "gone")) {
                System.out.println("{\"maxDoc\":" + live.maxDoc() + ",\"numDocs\":" + live.numDocs() + "}");
                for (LeafReaderContext leaf : live.leaves())
                    for (int doc = 0; doc < leaf.reader().maxDoc(); doc++)
                        if (leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(doc))
                            System.out.println(leaf.docBase + doc);
            }
        }
        """;

    [OracleFact]
    public void Softly_deleted_documents_are_not_live()
    {
        using var folder = new TemporaryFolder();
        using JavaProgram java = JavaProgram.Start(Writer, folder.Path);
        JsonElement expected = JsonDocument.Parse(java.ReadLine()!).RootElement;
        var expectedLive = new List<int>();
        while (java.ReadLine() is { } line)
            expectedLive.Add(int.Parse(line));

        using MappedDirectory directory = MappedDirectory.Open(folder.Path);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        Assert.Equal(expected.GetProperty("maxDoc").GetInt32(), reader.MaxDoc);
        Assert.Equal(expected.GetProperty("numDocs").GetInt32(), reader.NumDocs);
        Assert.Equal(expectedLive, LiveDocsOf(reader));
        Assert.InRange(reader.NumDocs, 1, reader.MaxDoc - 10);

        // Hard deletions alone, as a merge needs them.
        Assert.Equal(
            reader.Segments.Sum(segment => segment.Commit.DeletionCount),
            reader.Segments.Sum(segment => segment.MaxDoc - (segment.HardLiveDocs?.Cardinality() ?? segment.MaxDoc)));
        Assert.Equal(
            reader.MaxDoc - reader.NumDocs,
            reader.Segments.Sum(segment => segment.Commit.DeletionCount + segment.Commit.SoftDeletionCount));

        // Stored values are read through the fields that the segment was written with.
        var values = new StoredValues();
        reader.VisitStored(3, values);
        Assert.Equal([("id", "d3")], values.All);
    }

    private static IEnumerable<int> LiveDocsOf(DirectoryReader reader) =>
        reader.Leaves.SelectMany(leaf => Enumerable.Range(0, leaf.Reader.MaxDoc)
            .Where(doc => leaf.Reader.LiveDocs?.Get(doc) ?? true)
            .Select(doc => leaf.DocBase + doc));
}
