using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Indexing.Merging;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Tests.Indexing;

public sealed class CrashRecoveryTests : IDisposable
{
    private static readonly string[] States = ["", "1:a 2:b", "2:b 1:a2 3:c"];

    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_failure_at_any_change_leaves_the_commit_before_or_the_one_being_made()
    {
        var failAt = 1;
        while (RunUntilFailure(failAt))
            failAt++;
        Assert.True(failAt > 40, $"only {failAt} changes");
    }

    [Fact]
    public void Leftovers_are_cleared_away_and_no_name_is_used_again()
    {
        using (IndexWriter writer = Open(_directory))
            writer.AddDocument(Seen.Document("1", "a"));
        string[] leftovers = ["_7.fdt", "_0_9.liv", "_0_x_0.tmp", "_8_foo.tmp", "_a.fdm", "pending_segments_c"];
        string[] foreign = ["foreign.txt", "_foo"];
        foreach (string name in (string[])[.. leftovers, .. foreign])
            _directory.CreateOutput(name).Dispose();

        using (IndexWriter writer = Open(_directory))
        {
            Assert.Empty(_directory.ListAll().Intersect(leftovers));
            Assert.Equal(foreign.Order(StringComparer.Ordinal), _directory.ListAll().Intersect(foreign));
            writer.UpdateDocument(new Term("id", "2"), Seen.Document("2", "b"));
            writer.AddDocument(Seen.Document("3", "c"));
            writer.Flush();
            writer.DeleteDocuments(new Term("id", "3"));
        }
        Assert.Equal("1:a 2:b", Seen.In(_directory));
        CommitPoint commit = CommitPoint.ReadLatest(_directory);
        Assert.Equal("segments_d", commit.FileName);
        Assert.Equal(["_0", "_b"], commit.Segments.Select(segment => segment.Segment.Name));
    }

    [Fact]
    public void Generations_of_live_docs_rise_above_leftovers()
    {
        using (IndexWriter writer = Open(_directory))
        {
            writer.AddDocument(Seen.Document("1", "a"));
            writer.AddDocument(Seen.Document("2", "b"));
        }
        _directory.CreateOutput("_0_9.liv").Dispose();
        using (IndexWriter writer = Open(_directory))
            writer.DeleteDocuments(new Term("id", "1"));
        Assert.Contains("_0_a.liv", _directory.ListAll());
        Assert.Equal("2:b", Seen.In(_directory));
    }

    [Fact]
    public void Leftovers_without_any_commit_are_cleared_away_too()
    {
        _directory.CreateOutput("_0.fdm").Dispose();
        _directory.CreateOutput("pending_segments_1").Dispose();
        using (IndexWriter writer = Open(_directory))
            writer.AddDocument(Seen.Document("1", "a"));
        CommitPoint commit = CommitPoint.ReadLatest(_directory);
        Assert.Equal(("segments_2", "_1"), (commit.FileName, commit.Segments[0].Segment.Name));
    }

    [Fact]
    public void A_damaged_newest_commit_is_an_error_and_a_damaged_older_one_is_cleared_away()
    {
        using (IndexWriter writer = Open(_directory))
            writer.AddDocument(Seen.Document("1", "a"));
        using (IndexWriter writer = Open(_directory))
            writer.AddDocument(Seen.Document("2", "b"));
        _directory.CreateOutput("segments_1").Dispose();
        using (IndexWriter writer = Open(_directory))
            writer.AddDocument(Seen.Document("3", "c"));
        Assert.Equal("1:a 2:b 3:c", Seen.In(_directory));
        Assert.DoesNotContain("segments_1", _directory.ListAll());

        _directory.CreateOutput("segments_9").Dispose();
        Assert.Throws<CorruptIndexException>(() => Open(_directory));
        _directory.DeleteFile("segments_9");
        Open(_directory).Dispose(); // the lock was not kept
    }

    [Fact]
    public void A_failure_ends_the_writer_and_says_so()
    {
        IndexWriter writer = Open(new DyingDirectory(_directory, failAt: 3));
        writer.AddDocument(Seen.Document("1", "a"));
        Assert.Throws<IOException>(() => writer.Commit());
        ObjectDisposedException ended = Assert.Throws<ObjectDisposedException>(() => writer.AddDocument(Seen.Document("2", "b")));
        Assert.Contains("failed", ended.Message, StringComparison.Ordinal);
        writer.Dispose();
        Open(_directory).Dispose();
    }

    [Fact]
    public void Files_of_the_index_are_those_of_its_commit()
    {
        using (IndexWriter writer = Open(_directory))
            WriteStates(writer);
        Assert.Equal(CommitPoint.ReadLatest(_directory).AllFiles().Order(StringComparer.Ordinal), _directory.ListAll());
    }

    // True when there was a failure; the index must be in one of the committed states and a new writer must go on from it.
    private static bool RunUntilFailure(int failAt)
    {
        using var directory = new MemoryDirectory();
        var faulty = new DyingDirectory(directory, failAt);
        var committed = 0;
        try
        {
            using IndexWriter writer = Open(faulty);
            WriteStates(writer, () => committed++);
        }
        catch (IOException)
        {
            Assert.True(faulty.HasFailed);
        }
        catch (ObjectDisposedException)
        {
            Assert.True(faulty.HasFailed);
        }
        string seen = Seen.In(directory) ?? "";
        Assert.Contains(seen, States.Skip(committed).Take(2));

        using (IndexWriter next = Open(directory))
            next.AddDocument(Seen.Document("9", "next"));
        Assert.Equal($"{seen} 9:next".Trim(), Seen.In(directory));
        Assert.Equal(CommitPoint.ReadLatest(directory).AllFiles().Order(StringComparer.Ordinal), directory.ListAll());
        return faulty.HasFailed;
    }

    private static void WriteStates(IndexWriter writer, Action? committed = null)
    {
        writer.AddDocument(Seen.Document("1", "a"));
        writer.Flush();
        writer.AddDocument(Seen.Document("2", "b"));
        writer.Commit();
        committed?.Invoke();
        writer.UpdateDocument(new Term("id", "1"), Seen.Document("1", "a2"));
        writer.Flush();
        writer.AddDocument(Seen.Document("3", "c"));
        writer.Commit();
        committed?.Invoke();
    }

    private static IndexWriter Open(IndexDirectory directory) =>
        IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = new StandardAnalyzer(), MergePolicy = NoMergePolicy.Instance });
}
