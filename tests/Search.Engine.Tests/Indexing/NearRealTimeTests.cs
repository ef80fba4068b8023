using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Tests.Indexing;

public abstract class NearRealTimeTests : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly IndexWriter _writer;

    protected NearRealTimeTests(IndexDirectory directory)
    {
        _directory = directory;
        _writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = new StandardAnalyzer() });
    }

    public void Dispose()
    {
        _writer.Dispose();
        _directory.Dispose();
        DisposeFolder();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_reader_of_the_writer_shows_what_is_not_committed_and_never_changes()
    {
        _writer.AddDocument(Seen.Document("1", "a"));
        using DirectoryReader first = _writer.OpenReader();
        _writer.UpdateDocument(new Term("id", "1"), Seen.Document("1", "b"));
        using DirectoryReader second = _writer.OpenReader();
        _writer.DeleteDocuments(new Term("id", "1"));
        using DirectoryReader third = _writer.OpenReader();

        Assert.Equal(("1:a", "1:b", ""), (Seen.In(first), Seen.In(second), Seen.In(third)));
        Assert.Null(Seen.In(_directory));
        Assert.True(first.IsNearRealTime);
    }

    [Fact]
    public void Opening_again_without_a_change_gives_nothing()
    {
        _writer.AddDocument(Seen.Document("1", "a"));
        using DirectoryReader reader = _writer.OpenReader();
        Assert.Null(_writer.OpenIfChanged(reader));
        _writer.DeleteDocuments(new Term("id", "nowhere"));
        Assert.Null(_writer.OpenIfChanged(reader));
        _writer.Commit(); // the same documents, durable now
        Assert.Null(_writer.OpenIfChanged(reader));
        _writer.DeleteDocuments(new Term("id", "1"));
        using DirectoryReader? next = _writer.OpenIfChanged(reader);
        Assert.Equal("", Seen.In(next!));
    }

    [Fact]
    public void Segments_that_did_not_change_are_shared_and_deletions_do_not_open_files()
    {
        _writer.AddDocument(Seen.Document("1", "a"));
        _writer.AddDocument(Seen.Document("2", "b"));
        _writer.Flush();
        _writer.AddDocument(Seen.Document("3", "c"));
        using DirectoryReader first = _writer.OpenReader();
        _writer.DeleteDocuments(new Term("id", "1"));
        using DirectoryReader second = _writer.OpenReader();

        Assert.Same(first.Leaves[1].Reader, second.Leaves[1].Reader);
        Assert.NotSame(first.Leaves[0].Reader, second.Leaves[0].Reader);
        Assert.Equal((3, 2), (first.NumDocs, second.NumDocs));
        Assert.DoesNotContain(_directory.ListAll(), name => name.EndsWith(".liv", StringComparison.Ordinal));
    }

    [Fact]
    public void Files_stay_as_long_as_a_reader_of_the_writer_has_them_open()
    {
        _writer.AddDocument(Seen.Document("1", "a"));
        DirectoryReader reader = _writer.OpenReader();
        string[] files = [.. _directory.ListAll()];
        Assert.Contains(files, name => name.StartsWith("_0.", StringComparison.Ordinal));

        _writer.UpdateDocument(new Term("id", "1"), Seen.Document("1", "b"));
        _writer.Commit(); // the first segment is empty now and belongs to no list
        Assert.Empty(files.Except(_directory.ListAll()));
        Assert.Equal("1:a", Seen.In(reader));

        reader.Dispose();
        Assert.DoesNotContain(_directory.ListAll(), name => name.StartsWith("_0.", StringComparison.Ordinal));
        Assert.Equal(CommitPoint.ReadLatest(_directory).AllFiles().Order(StringComparer.Ordinal), Files());
    }

    [Fact]
    public void A_reader_outlives_its_writer_whatever_its_end_was()
    {
        _writer.AddDocument(Seen.Document("1", "a"));
        _writer.Commit();
        _writer.UpdateDocument(new Term("id", "1"), Seen.Document("1", "b"));
        using DirectoryReader reader = _writer.OpenReader();
        _writer.Rollback();

        Assert.Equal("1:b", Seen.In(reader));
        Assert.Equal("1:a", Seen.In(_directory));
        Assert.Equal(CommitPoint.ReadLatest(_directory).AllFiles().Order(StringComparer.Ordinal), Files());
        Assert.Throws<ObjectDisposedException>(() => _writer.OpenIfChanged(reader));
    }

    [Fact]
    public void A_reader_of_the_writer_can_be_reopened_on_the_newest_commit()
    {
        _writer.AddDocument(Seen.Document("1", "a"));
        _writer.AddDocument(Seen.Document("2", "b"));
        _writer.Commit();
        _writer.DeleteDocuments(new Term("id", "1"));
        using DirectoryReader ahead = _writer.OpenReader();
        using DirectoryReader? committed = DirectoryReader.OpenIfChanged(ahead);
        Assert.Equal(("2:b", "1:a 2:b"), (Seen.In(ahead), Seen.In(committed!)));
        _writer.Commit();
        using DirectoryReader? newest = DirectoryReader.OpenIfChanged(committed!);
        Assert.Equal("2:b", Seen.In(newest!));
    }

    [Fact]
    public void User_data_that_is_not_committed_is_seen()
    {
        using DirectoryReader before = _writer.OpenReader();
        _writer.SetUserData(new Dictionary<string, string> { ["k"] = "v" });
        using DirectoryReader? after = _writer.OpenIfChanged(before);
        Assert.Empty(before.UserData);
        Assert.Equal("v", after!.UserData["k"]);
    }

    protected abstract void DisposeFolder();

    private IEnumerable<string> Files() => _directory.ListAll().Where(name => name != WriteLock.FileName);
}

public sealed class NearRealTimeInMemoryTests : NearRealTimeTests
{
    public NearRealTimeInMemoryTests()
        : base(new MemoryDirectory())
    {
    }

    protected override void DisposeFolder()
    {
    }
}

public sealed class NearRealTimeInFolderTests : NearRealTimeTests
{
    private readonly TemporaryFolder _folder;

    public NearRealTimeInFolderTests()
        : this(new TemporaryFolder())
    {
    }

    private NearRealTimeInFolderTests(TemporaryFolder folder)
        : base(MappedDirectory.Open(folder.Path)) => _folder = folder;

    protected override void DisposeFolder() => _folder.Dispose();
}
