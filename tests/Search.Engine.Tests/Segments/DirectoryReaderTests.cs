using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Codecs.Lucene87;

namespace Search.Engine.Tests.Segments;

public sealed class DirectoryReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MappedDirectory _directory;
    private readonly StoredOnlyIndex _index;

    public DirectoryReaderTests()
    {
        _directory = MappedDirectory.Open(_folder.Path);
        _index = new StoredOnlyIndex(_directory);
    }

    public void Dispose()
    {
        _directory.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_commit_is_read_with_its_segments_in_order()
    {
        _index.AddSegment(["a", "", "ccc"]);
        _index.AddSegment(["dddd"], isCompound: true);
        _index.Delete(0, 0);
        _index.Commit();
        using DirectoryReader reader = DirectoryReader.Open(_directory);
        Assert.Equal((4, 3, 1), (reader.MaxDoc, reader.NumDocs, reader.Generation));
        Assert.Equal("1", reader.UserData["commit"]);
        Assert.Equal([0, 3], reader.Leaves.Select(leaf => leaf.DocBase));
        Assert.False(reader.Leaves[0].Reader.LiveDocs!.Get(0));
        Assert.Null(reader.Leaves[1].Reader.LiveDocs);
        Assert.Equal([("text", "a"), ("size", 1)], Stored(reader, 0)); // deleted, but still there
        Assert.Empty(Stored(reader, 1));
        Assert.Equal([("text", "dddd"), ("size", 4)], Stored(reader, 3));
        Assert.Null(reader.Leaves[0].Reader.Terms("text"));
        Assert.Null(reader.Leaves[0].Reader.Norms("text"));
        Assert.Null(reader.Leaves[0].Reader.NumericColumn("size"));
        Assert.Null(reader.Leaves[0].Reader.Points("size"));
    }

    [Fact]
    public void Without_a_commit_there_is_no_index() =>
        Assert.Throws<IndexNotFoundException>(() => DirectoryReader.Open(_directory));

    [Fact]
    public void Reopening_without_a_new_commit_gives_nothing()
    {
        _index.AddSegment(["a"]);
        _index.Commit();
        using DirectoryReader reader = DirectoryReader.Open(_directory);
        Assert.Null(DirectoryReader.OpenIfChanged(reader));
    }

    [Fact]
    public void Reopening_shares_what_did_not_change()
    {
        _index.AddSegment(["a"]);
        _index.AddSegment(["b", "c"]);
        _index.Commit();
        DirectoryReader old = DirectoryReader.Open(_directory);
        _index.Delete(1, 0);
        _index.AddSegment(["d"]);
        _index.Commit();

        using DirectoryReader reopened = DirectoryReader.OpenIfChanged(old)!;
        Assert.Same(old.Segments[0], reopened.Segments[0]);
        Assert.NotSame(old.Segments[1], reopened.Segments[1]);
        Assert.Equal((3, 3), (old.MaxDoc, old.NumDocs));
        Assert.Equal((4, 3), (reopened.MaxDoc, reopened.NumDocs));

        old.Dispose();
        Assert.Equal(["a", "b", "c", "d"], Enumerable.Range(0, 4).Select(doc => (string)Stored(reopened, doc)[0].Value));
        Assert.Throws<ObjectDisposedException>(() => DirectoryReader.OpenIfChanged(old));
    }

    [Fact]
    public void A_reader_outlives_the_deletion_of_its_files()
    {
        _index.AddSegment(["a", "b"]);
        _index.Commit();
        using DirectoryReader reader = DirectoryReader.Open(_directory);
        foreach (string file in _directory.ListAll())
            _directory.DeleteFile(file);
        Assert.Equal([("text", "b"), ("size", 1)], Stored(reader, 1));
    }

    [Fact]
    public void A_reader_in_use_closes_with_its_last_reference()
    {
        _index.AddSegment(["a"]);
        _index.Commit();
        DirectoryReader reader = DirectoryReader.Open(_directory);
        Assert.True(reader.TryAcquire());
        reader.Dispose();
        Assert.Equal([("text", "a"), ("size", 1)], Stored(reader, 0));
        reader.Release();
        Assert.False(reader.TryAcquire());
    }

    [Fact]
    public void A_missing_file_is_a_fault_and_leaves_nothing_open()
    {
        _index.AddSegment(["a"]);
        _index.AddSegment(["b"]);
        _index.Commit();
        _directory.DeleteFile("_1.fdt");
        CorruptIndexException fault = Assert.Throws<CorruptIndexException>(() => DirectoryReader.Open(_directory));
        Assert.Equal("_1.fdt", fault.FileName);
    }

    [OracleFact]
    public void Lucene_finds_nothing_wrong_with_an_index_of_stored_fields()
    {
        var random = new Random(6);
        _index.AddSegment(["one"]);
        _index.AddSegment([.. Enumerable.Range(0, 3000).Select(i => new string((char)('a' + i % 26), random.Next(60)))], isCompound: true);
        _index.AddSegment([.. Enumerable.Range(0, 70).Select(_ => "")]);
        _index.AddSegment([new string('x', 3_000_000), "y", new string('z', 700_000)]);
        _index.Delete(1, 0, 5, 2999);
        _index.Commit();
        _index.Delete(1, 7);
        _index.Commit();
        Oracle.AssertSound(_folder.Path);

        using DirectoryReader reader = DirectoryReader.Open(_directory);
        string stored = Oracle.Lines("dump", _folder.Path).Single(line => line.Contains("\"kind\":\"stored\"", StringComparison.Ordinal));
        Assert.Contains(StoredDigest.Of(reader), stored, StringComparison.Ordinal);
    }

    private static List<(string Field, object Value)> Stored(DirectoryReader reader, int docId)
    {
        var values = new StoredValues();
        reader.VisitStored(docId, values);
        return values.All;
    }
}
