using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Indexing.Merging;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Tests.Indexing;

/// <summary>Our writer goes on with an index whose documents Lucene deleted softly, and Lucene goes on with the outcome.</summary>
public sealed class SoftDeletesWritingTests : IDisposable
{
    private const string Configuration =
        "new IndexWriterConfig(new KeywordAnalyzer()).setSoftDeletesField(\"gone\").setMergePolicy(NoMergePolicy.INSTANCE)";

    private const string Write = $$"""
        try (Directory directory = FSDirectory.open(Paths.get(args[0])); IndexWriter writer = new IndexWriter(directory, {{Configuration}})) {
            for (int i = 0; i < 60; i++) {
                Document d = new Document();
                d.add(new StringField("id", "d" + i, Field.Store.YES));
                d.add(new StringField("version", "1", Field.Store.YES));
                writer.addDocument(d);
                if (i == 29) writer.flush();
            }
            for (int i = 0; i < 60; i += 5) {
                Document d = new Document();
                d.add(new StringField("id", "d" + i, Field.Store.YES));
                d.add(new StringField("version", "2", Field.Store.YES));
                writer.softUpdateDocument(new Term("id", "d" + i), d, new NumericDocValuesField("gone", 1));
            }
            writer.deleteDocuments(new Term("id", "d7"));
            writer.commit();
        }
        """;

    private const string Describe = $$"""
        try (Directory directory = FSDirectory.open(Paths.get(args[0]))) {
            for (SegmentCommitInfo info : SegmentInfos.readLatestCommit(directory))
                System.out.println(info.info.maxDoc() + " " + info.getDelCount() + " " + info.getSoftDelCount());
            try (DirectoryReader plain = DirectoryReader.open(directory); DirectoryReader live = new SoftDeletesDirectoryReaderWrapper(plain, "gone")) {
                for (LeafReaderContext leaf : live.leaves())
                    for (int doc = 0; doc < leaf.reader().maxDoc(); doc++)
                        if (leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(doc))
                            System.out.println(leaf.reader().document(doc).get("id") + ":" + leaf.reader().document(doc).get("version"));
            }
            try (IndexWriter writer = new IndexWriter(directory, {{Configuration}})) {
                Document d = new Document();
                d.add(new StringField("id", "ours", Field.Store.YES));
                d.add(new StringField("version", "of Lucene", Field.Store.YES));
                writer.softUpdateDocument(new Term("id", "ours"), d, new NumericDocValuesField("gone", 1));
            }
        }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly MappedDirectory _directory;

    public SoftDeletesWritingTests() => _directory = MappedDirectory.Open(_folder.Path);

    public void Dispose()
    {
        _directory.Dispose();
        _folder.Dispose();
    }

    [OracleFact]
    public void Hard_deletes_and_documents_that_are_born_softly_deleted_are_counted_as_Lucene_counts()
    {
        Run(Write);
        using (DirectoryReader before = DirectoryReader.Open(_directory))
            Assert.Equal((1, 12), Counts(before));
        using (IndexWriter writer = Open())
        {
            writer.DeleteDocuments(new Term("id", "d5")); // both versions, of which one is softly deleted
            writer.DeleteDocuments(new BooleanQuery(
                [new BooleanClause(new TermQuery(new Term("id", "d10")), Occur.Must), new BooleanClause(new TermQuery(new Term("version", "1")), Occur.Must)]));
            writer.UpdateDocument(new Term("id", "d8"), Versioned("d8", "3", isGone: false));
            writer.AddDocument(Versioned("ours", "1", isGone: false));
            writer.AddDocument(Versioned("born deleted", "1", isGone: true));
            writer.AddDocuments([Versioned("born deleted", "2", isGone: true), Versioned("block", "1", isGone: false)]);
            var impossible = new Document { Field.CreateKeyword("id", new string('x', 40_000)) };
            Assert.Throws<InvalidDocumentException>(() => writer.AddDocuments([Versioned("failed", "1", isGone: true), impossible]));
            AssertSeen(writer.OpenReader());
        }
        using DirectoryReader after = DirectoryReader.Open(_directory);
        // Before 1 and 12; d5 twice, d10 and d8 once; two that failed; two that were born deleted.
        Assert.Equal((1 + 2 + 1 + 1 + 2, 12 - 2 + 2), Counts(after));
        Assert.True(IndexChecker.Check(_directory).IsSound);
        Oracle.AssertSound(_folder.Path);

        string[] described = Run(Describe);
        Assert.Equal(after.Segments.Select(segment => $"{segment.MaxDoc} {segment.Commit.DeletionCount} {segment.Commit.SoftDeletionCount}"), described.Take(after.Segments.Count));
        Assert.Equal(Ids(after), described.Skip(after.Segments.Count));

        Oracle.AssertSound(_folder.Path);
        using DirectoryReader handedBack = DirectoryReader.Open(_directory);
        Assert.Equal(Ids(after).Where(id => id != "ours:1").Append("ours:of Lucene"), Ids(handedBack));
    }

    [OracleFact]
    public void A_segment_that_is_deleted_softly_and_hard_to_the_last_document_goes()
    {
        Run(Write);
        using (IndexWriter writer = Open())
        {
            writer.DeleteDocuments(new MatchAllQuery());
            writer.AddDocument(Versioned("ours", "1", isGone: false));
        }
        using DirectoryReader reader = DirectoryReader.Open(_directory);
        Assert.Equal((1, 1), (reader.Segments.Count, reader.NumDocs));
        Oracle.AssertSound(_folder.Path);
    }

    [OracleFact]
    public void A_sorted_index_is_read_and_refused_for_writing()
    {
        string sorted = _folder.File("sorted");
        Oracle.Run("index", GeneratedCorpus.Paragraphs(2000), sorted, "--index-sort", "date", "--limit", "50");
        using MappedDirectory directory = MappedDirectory.Open(sorted);
        using (DirectoryReader reader = DirectoryReader.Open(directory))
            Assert.Equal(50, reader.NumDocs);
        var refused = Assert.Throws<NotSupportedException>(() => IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = new KeywordAnalyzer() }));
        Assert.Contains("sorted by date", refused.Message, StringComparison.Ordinal);
        directory.ObtainWriteLock().Dispose(); // it was not kept
    }

    private static void AssertSeen(DirectoryReader reader)
    {
        using (reader)
        {
            var searcher = new IndexSearcher(reader);
            Assert.Equal(0, searcher.Count(new TermQuery(new Term("id", "born deleted"))));
            Assert.Equal(0, searcher.Count(new TermQuery(new Term("id", "d5"))));
            Assert.Equal(1, searcher.Count(new TermQuery(new Term("id", "d10"))));
            Assert.Equal(1, searcher.Count(new TermQuery(new Term("id", "block"))));
        }
    }

    private static (int Hard, int Soft) Counts(DirectoryReader reader)
    {
        Assert.Equal(reader.MaxDoc - reader.NumDocs, reader.Segments.Sum(segment => segment.Commit.DeletionCount + segment.Commit.SoftDeletionCount));
        return (reader.Segments.Sum(segment => segment.Commit.DeletionCount), reader.Segments.Sum(segment => segment.Commit.SoftDeletionCount));
    }

    private static string[] Ids(DirectoryReader reader) => [.. Seen.Texts(reader)];

    private static Document Versioned(string id, string version, bool isGone)
    {
        var document = new Document { Field.CreateKeyword("id", id, stored: true), Field.CreateKeyword("version", version, stored: true) };
        if (isGone)
            document.Add(Field.CreateColumn("gone", 1L));
        return document;
    }

    private IndexWriter Open() => IndexWriter.Open(
        _directory, new IndexWriterOptions { Analyzer = new KeywordAnalyzer(), OpenMode = OpenMode.Append, MergePolicy = NoMergePolicy.Instance });

    private string[] Run(string statements)
    {
        using JavaProgram java = JavaProgram.Start(statements, _folder.Path);
        List<string> lines = [];
        while (java.ReadLine() is { } line)
            lines.Add(line);
        return [.. lines];
    }
}
