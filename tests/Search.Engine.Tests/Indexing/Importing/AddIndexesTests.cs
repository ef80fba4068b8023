using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Indexing.Merging;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Indexing.Importing;

public sealed class AddIndexesTests : IDisposable
{
    private readonly MemoryDirectory _directory = new();
    private readonly MemoryDirectory _other = new();

    public void Dispose()
    {
        _directory.Dispose();
        _other.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Segments_of_other_indexes_come_behind_the_own_ones(bool isCompound)
    {
        Write(_other, isCompound, "3:c 4:d", "5:e");
        using (IndexWriter deleter = Open(_other))
            deleter.DeleteDocuments(new Term("id", "4"));
        using var third = new MemoryDirectory();
        Write(third, isCompound, "6:f");
        using (IndexWriter writer = Open(_directory))
        {
            writer.AddDocument(Seen.Document("1", "a"));
            writer.AddDocument(Seen.Document("2", "b"));
            long number = writer.AddIndexes(_other, third);
            Assert.Equal(number, writer.LastSequenceNumber);
        }
        Assert.Equal("1:a 2:b 3:c 5:e 6:f", Seen.In(_directory));
        Assert.Equal("3:c 5:e", Seen.In(_other));
        AssertSound();
    }

    [Fact]
    public void Deletes_apply_to_what_was_imported_before_them_alone()
    {
        Write(_other, isCompound: true, "1:x 2:y");
        using (IndexWriter writer = Open(_directory))
        {
            writer.AddDocument(Seen.Document("1", "a"));
            writer.DeleteDocuments(new Term("id", "1"));
            writer.AddIndexes(_other);
            writer.DeleteDocuments(new Term("id", "2"));
        }
        Assert.Equal("1:x", Seen.In(_directory));
    }

    [Fact]
    public void A_segment_whose_documents_are_all_deleted_is_left_out()
    {
        Write(_other, isCompound: true, "1:x", "2:y");
        using (IndexWriter deleter = Open(_other))
            deleter.DeleteDocuments(new Term("id", "1"));
        using (IndexWriter writer = Open(_directory))
            writer.AddIndexes(_other);
        Assert.Equal("2:y", Seen.In(_directory));
        Assert.Single(CommitPoint.ReadLatest(_directory).Segments);
    }

    [Fact]
    public void Field_numbers_of_both_stay_apart_and_a_merge_makes_them_one()
    {
        using (IndexWriter writer = Open(_other))
            writer.AddDocument(new Document { Field.CreateText("t", "x", stored: true), Field.CreateStored("extra", 7L), Field.CreateKeyword("id", "9", stored: true) });
        Write(_directory, isCompound: true, "1:a");
        using (IndexWriter writer = IndexWriter.Open(_directory, new IndexWriterOptions { Analyzer = new StandardAnalyzer() }))
        {
            writer.AddIndexes(_other);
            writer.ForceMerge(1);
        }
        Assert.Equal("x:9 1:a", Seen.In(_directory)); // the larger segment first
        using DirectoryReader reader = DirectoryReader.Open(_directory);
        Assert.Equal(["extra", "id", "t"], Assert.Single(reader.Segments).FieldInfos.Select(field => field.Name).Order(StringComparer.Ordinal));
        AssertSound();
    }

    [Fact]
    public void A_field_of_another_kind_is_refused_and_nothing_happens()
    {
        using (IndexWriter writer = Open(_other))
            writer.AddDocument(new Document { Field.CreateKeyword("t", "x") });
        Write(_directory, isCompound: true, "1:a");
        IReadOnlyList<string> files = _directory.ListAll();
        using (IndexWriter writer = Open(_directory))
        {
            var refused = Assert.Throws<ArgumentException>(() => writer.AddIndexes(_other));
            Assert.Contains("\"t\"", refused.Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => writer.AddIndexes(_directory));
            using var empty = new MemoryDirectory();
            Assert.Throws<IndexNotFoundException>(() => writer.AddIndexes(empty));
            Assert.Throws<ArgumentException>(() => writer.AddIndexes(empty, empty));
        }
        Assert.Equal(files, _directory.ListAll());
        Open(_other).Dispose(); // its lock was given back
    }

    [Fact]
    public void An_index_that_is_being_written_is_refused()
    {
        Write(_other, isCompound: true, "1:x");
        using IndexWriter busy = Open(_other);
        using IndexWriter writer = Open(_directory);
        Assert.Throws<LockHeldException>(() => writer.AddIndexes(_other));
    }

    [Fact]
    public void A_failure_while_copying_leaves_nothing_and_the_writer_usable()
    {
        Write(_other, isCompound: false, "1:x 2:y", "3:z");
        Write(_directory, isCompound: true, "0:a");
        IReadOnlyList<string> files = _directory.ListAll();
        for (var failAt = 1; ; failAt++)
        {
            var full = new FullDirectory(_directory, failAt);
            using IndexWriter writer = Open(full);
            try
            {
                writer.AddIndexes(_other);
                Assert.True(failAt > 10, $"only {failAt} files");
                writer.Rollback();
                return;
            }
            catch (IOException)
            {
                Assert.Equal(files, _directory.ListAll());
                Assert.False(writer.Commit());
            }
        }
    }

    [OracleFact]
    public void Imported_indexes_of_Lucene_with_deletions_and_updates_are_sound()
    {
        using var folder = new TemporaryFolder();
        string corpus = GeneratedCorpus.Paragraphs(2000);
        Oracle.Run("index", corpus, folder.File("theirs"), "--extras", "--segments", "3", "--deletes", "40", "--updates", "30", "--limit", "1200");
        using (MappedDirectory theirs = MappedDirectory.Open(folder.File("theirs")))
        using (MappedDirectory ours = MappedDirectory.Open(folder.File("ours")))
        using (IndexWriter writer = IndexWriter.Open(ours, new IndexWriterOptions { Analyzer = ParagraphIndexer.Analyzer, MergePolicy = NoMergePolicy.Instance }))
            writer.AddIndexes(theirs);
        Oracle.AssertSound(folder.File("ours"));
        Assert.Equal(Content(folder.File("theirs")), Content(folder.File("ours")));
    }

    private static IEnumerable<string> Content(string index) =>
        Dump.IndexDump.OfFolder(index).Where(line => !line.Contains("\"kind\":\"index\"", StringComparison.Ordinal) && !line.Contains("\"kind\":\"segment\"", StringComparison.Ordinal));

    private static void Write(IndexDirectory directory, bool isCompound, params string[] segments)
    {
        using IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions
        {
            Analyzer = new StandardAnalyzer(), UseCompoundFile = isCompound, MergePolicy = NoMergePolicy.Instance,
        });
        foreach (string segment in segments)
        {
            foreach (string document in segment.Split(' '))
                writer.AddDocument(Seen.Document(document.Split(':')[0], document.Split(':')[1]));
            writer.Flush();
        }
    }

    private static IndexWriter Open(IndexDirectory directory) =>
        IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = new StandardAnalyzer(), MergePolicy = NoMergePolicy.Instance });

    private void AssertSound()
    {
        Assert.True(IndexChecker.Check(_directory).IsSound);
        Assert.Equal(CommitPoint.ReadLatest(_directory).AllFiles().Order(StringComparer.Ordinal), _directory.ListAll());
    }

    // One file cannot be created.
    private sealed class FullDirectory(IndexDirectory directory, int failAt) : IndexDirectory
    {
        private int _created;

        public override IReadOnlyList<string> ListAll() => directory.ListAll();

        public override long FileLength(string name) => directory.FileLength(name);

        public override IndexInput OpenInput(string name) => directory.OpenInput(name);

        public override IndexOutput CreateOutput(string name) =>
            ++_created == failAt ? throw new IOException("the disk is full") : directory.CreateOutput(name);

        public override void DeleteFile(string name) => directory.DeleteFile(name);

        public override void Rename(string source, string target) => directory.Rename(source, target);

        public override void Sync(IEnumerable<string> names) => directory.Sync(names);

        public override void SyncMetadata() => directory.SyncMetadata();

        public override WriteLock ObtainWriteLock() => directory.ObtainWriteLock();
    }
}
