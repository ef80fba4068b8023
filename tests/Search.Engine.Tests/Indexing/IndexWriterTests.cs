using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Tests.Indexing;

public sealed class IndexWriterTests : IDisposable
{
    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Changes_are_seen_after_a_commit_and_not_before()
    {
        using IndexWriter writer = Open();
        writer.AddDocument(Seen.Document("1", "a"));
        writer.Flush();
        Assert.Null(Seen.In(_directory));
        Assert.True(writer.Commit());
        Assert.Equal("1:a", Seen.In(_directory));
    }

    [Fact]
    public void A_commit_without_changes_does_nothing()
    {
        using IndexWriter writer = Open();
        writer.AddDocument(Seen.Document("1", "a"));
        Assert.True(writer.Commit());
        IReadOnlyList<string> files = _directory.ListAll();
        Assert.False(writer.Commit());
        writer.DeleteDocuments(new Term("id", "nowhere"));
        Assert.False(writer.Commit());
        Assert.Equal(files, _directory.ListAll());
    }

    [Fact]
    public void The_first_commit_of_an_empty_index_is_a_commit()
    {
        using IndexWriter writer = Open();
        Assert.True(writer.Commit());
        Assert.False(writer.Commit());
        Assert.Equal("", Seen.In(_directory));
    }

    [Fact]
    public void An_update_replaces_what_was_there_before_and_keeps_the_new_document()
    {
        using IndexWriter writer = Open();
        writer.AddDocument(Seen.Document("1", "a"));
        writer.AddDocument(Seen.Document("2", "b"));
        writer.Commit();
        writer.UpdateDocument(new Term("id", "1"), Seen.Document("1", "a2"));
        writer.UpdateDocument(new Term("id", "1"), Seen.Document("1", "a3"));
        writer.AddDocument(Seen.Document("1", "another"));
        writer.Commit();
        Assert.Equal("2:b 1:a3 1:another", Seen.In(_directory));
    }

    [Fact]
    public void A_delete_applies_to_documents_added_before_it_only()
    {
        using IndexWriter writer = Open();
        writer.AddDocument(Seen.Document("1", "flushed"));
        writer.Flush();
        writer.AddDocument(Seen.Document("1", "buffered"));
        writer.AddDocument(Seen.Document("2", "stays"));
        writer.DeleteDocuments(new Term("id", "1"), new Term("id", "3"));
        writer.AddDocument(Seen.Document("1", "after"));
        writer.AddDocument(Seen.Document("3", "after"));
        writer.Commit();
        Assert.Equal("2:stays 1:after 3:after", Seen.In(_directory));
    }

    [Fact]
    public void A_block_keeps_its_order_and_is_replaced_as_a_whole()
    {
        using IndexWriter writer = Open();
        writer.AddDocuments([Seen.Document("9", "c1"), Seen.Document("9", "c2"), Seen.Document("9", "parent")]);
        writer.Commit();
        writer.UpdateDocuments(new Term("id", "9"), [Seen.Document("9", "d1"), Seen.Document("9", "d2")]);
        Assert.Equal("9:c1 9:c2 9:parent", Seen.In(_directory));
        writer.Commit();
        Assert.Equal("9:d1 9:d2", Seen.In(_directory));
    }

    [Fact]
    public void A_segment_without_a_live_document_is_dropped()
    {
        using IndexWriter writer = Open();
        writer.AddDocument(Seen.Document("1", "a"));
        writer.Flush();
        writer.AddDocument(Seen.Document("2", "b"));
        writer.Commit();
        writer.DeleteDocuments(new Term("id", "1"));
        writer.Commit();
        using DirectoryReader reader = DirectoryReader.Open(_directory);
        Assert.Equal((1, 1), (reader.Leaves.Count, reader.MaxDoc));
        Assert.DoesNotContain(_directory.ListAll(), name => name.StartsWith("_0", StringComparison.Ordinal));
    }

    [Fact]
    public void DeleteAll_drops_everything_and_forgets_the_fields()
    {
        using IndexWriter writer = Open();
        writer.AddDocument(Seen.Document("1", "a"));
        writer.Commit();
        writer.AddDocument(Seen.Document("2", "b"));
        writer.DeleteAll();
        writer.AddDocument(new Document { Field.CreateKeyword("t", "now a keyword", stored: true) });
        writer.Commit();
        Assert.Equal("now a keyword", Seen.In(_directory));
    }

    [Fact]
    public void Rollback_returns_to_the_last_commit_and_closes_the_writer()
    {
        IndexWriter writer = Open();
        writer.AddDocument(Seen.Document("1", "a"));
        writer.Commit();
        IReadOnlyList<string> files = _directory.ListAll();
        writer.AddDocument(Seen.Document("2", "flushed"));
        writer.Flush();
        writer.DeleteDocuments(new Term("id", "1"));
        writer.AddDocument(Seen.Document("3", "buffered"));
        writer.Rollback();

        Assert.Equal(files, _directory.ListAll());
        Assert.Equal("1:a", Seen.In(_directory));
        Assert.Throws<ObjectDisposedException>(() => writer.AddDocument(Seen.Document("4", "d")));
        writer.Dispose();
        Assert.Equal("1:a", Seen.In(_directory));
    }

    [Fact]
    public void Dispose_commits()
    {
        using (IndexWriter writer = Open())
            writer.AddDocument(Seen.Document("1", "a"));
        Assert.Equal("1:a", Seen.In(_directory));
    }

    [Fact]
    public void A_prepared_commit_publishes_exactly_what_was_prepared()
    {
        using IndexWriter writer = Open();
        writer.AddDocument(Seen.Document("1", "a"));
        writer.PrepareCommit();
        Assert.Null(Seen.In(_directory));
        Assert.Throws<InvalidOperationException>(() => writer.PrepareCommit());
        writer.AddDocument(Seen.Document("2", "late"));
        Assert.True(writer.Commit());
        Assert.Equal("1:a", Seen.In(_directory));
        Assert.True(writer.Commit());
        Assert.Equal("1:a 2:late", Seen.In(_directory));
    }

    [Fact]
    public void A_commit_that_was_prepared_without_changes_does_not_take_later_ones_along()
    {
        using IndexWriter writer = Open();
        writer.AddDocument(Seen.Document("1", "a"));
        Assert.True(writer.Commit());
        writer.PrepareCommit();
        writer.AddDocument(Seen.Document("2", "late"));
        Assert.False(writer.Commit());
        Assert.Equal("1:a", Seen.In(_directory));
        Assert.True(writer.Commit());
        Assert.Equal("1:a 2:late", Seen.In(_directory));
    }

    [Fact]
    public void A_prepared_commit_that_is_not_confirmed_is_given_up()
    {
        using (IndexWriter writer = Open())
        {
            writer.AddDocument(Seen.Document("1", "a"));
            writer.PrepareCommit();
        }
        Assert.Null(Seen.In(_directory));
        Assert.Empty(_directory.ListAll());
    }

    [Fact]
    public void User_data_travels_with_the_commit()
    {
        using (IndexWriter writer = Open(new IndexWriterOptions { Analyzer = new StandardAnalyzer(), UserData = new Dictionary<string, string> { ["k"] = "1" } }))
            writer.Commit();
        Assert.Equal("1", CommitPoint.ReadLatest(_directory).UserData["k"]);
        using (IndexWriter writer = Open())
        {
            writer.AddDocument(Seen.Document("1", "a"));
            writer.Commit();
            Assert.Equal("1", CommitPoint.ReadLatest(_directory).UserData["k"]);
            writer.SetUserData(new Dictionary<string, string> { ["k"] = "2" });
            Assert.True(writer.Commit());
            writer.SetUserData(new Dictionary<string, string> { ["k"] = "2" });
            Assert.False(writer.Commit());
        }
        Assert.Equal("2", CommitPoint.ReadLatest(_directory).UserData["k"]);
    }

    [Fact]
    public void A_full_buffer_becomes_a_segment()
    {
        using IndexWriter writer = Open(new IndexWriterOptions { Analyzer = new StandardAnalyzer(), BufferBytes = 600_000 });
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
            writer.AddDocument(Seen.Document($"{i}", string.Join(' ', Enumerable.Range(0, 20).Select(_ => $"w{random.Next(5000)}"))));
        writer.Commit();
        using DirectoryReader reader = DirectoryReader.Open(_directory);
        Assert.InRange(reader.Leaves.Count, 3, 30);
        Assert.Equal(2000, reader.NumDocs);
    }

    [Fact]
    public void Appending_needs_an_index_and_creating_starts_anew_over_the_old_commit()
    {
        Assert.Throws<IndexNotFoundException>(() => Open(OpenMode.Append));
        using (IndexWriter writer = Open())
            writer.AddDocument(Seen.Document("1", "a"));
        using (IndexWriter writer = Open(OpenMode.Append))
            writer.AddDocument(Seen.Document("2", "b"));
        Assert.Equal("1:a 2:b", Seen.In(_directory));
        CommitPoint old = CommitPoint.ReadLatest(_directory);

        using (IndexWriter writer = Open(OpenMode.Create))
        {
            writer.AddDocument(Seen.Document("3", "c"));
            writer.Flush();
            Assert.Equal("1:a 2:b", Seen.In(_directory));
            writer.Commit();
        }
        Assert.Equal("3:c", Seen.In(_directory));
        CommitPoint fresh = CommitPoint.ReadLatest(_directory);
        Assert.True(fresh.Generation > old.Generation && fresh.Version > old.Version && fresh.Counter > old.Counter);
    }

    [Fact]
    public void A_second_writer_is_refused_until_the_first_is_closed()
    {
        using (IndexWriter first = Open())
            Assert.Throws<LockHeldException>(() => Open());
        Open().Dispose();
    }

    [Fact]
    public void Threads_may_share_a_writer()
    {
        using (IndexWriter writer = Open(new IndexWriterOptions { Analyzer = new StandardAnalyzer(), BufferBytes = 100_000 }))
        {
            Parallel.For(0, 4, thread =>
            {
                for (var i = 0; i < 200; i++)
                {
                    writer.UpdateDocuments(new Term("id", $"{i}"), [Seen.Document($"{i}", $"first{thread}"), Seen.Document($"{i}", $"second{thread}")]);
                    if (i % 50 == 0)
                        writer.Commit();
                }
            });
        }
        string[] seen = Seen.In(_directory)!.Split(' ');
        Assert.Equal(400, seen.Length);
        for (var i = 0; i < seen.Length; i += 2)
            Assert.Equal(seen[i].Replace("first", "second", StringComparison.Ordinal), seen[i + 1]);
    }

    [Fact]
    public void More_documents_than_an_index_takes_are_refused()
    {
        using IndexWriter writer = Open(new IndexWriterOptions { Analyzer = new StandardAnalyzer(), MaxDocs = 3 });
        writer.AddDocument(Seen.Document("1", "a"));
        writer.Flush();
        Assert.Throws<InvalidOperationException>(() => writer.AddDocuments([Seen.Document("2", "b"), Seen.Document("3", "c"), Seen.Document("4", "d")]));
        writer.AddDocuments([Seen.Document("2", "b"), Seen.Document("3", "c")]);
        Assert.Throws<InvalidOperationException>(() => writer.AddDocument(Seen.Document("4", "d")));
        writer.Commit();
        Assert.Equal("1:a 2:b 3:c", Seen.In(_directory));
    }

    private IndexWriter Open(OpenMode mode = OpenMode.CreateOrAppend) =>
        Open(new IndexWriterOptions { Analyzer = new StandardAnalyzer(), OpenMode = mode });

    private IndexWriter Open(IndexWriterOptions options) => IndexWriter.Open(_directory, options);
}
