using System.Collections.Concurrent;
using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Tests.Indexing;

/// <summary>How a writer ends while threads are at work.</summary>
public sealed class WriterEndTests : IDisposable
{
    private const int Threads = 4;

    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Dispose_commits_every_acknowledged_document_and_refuses_the_others()
    {
        var acknowledged = new ConcurrentBag<string>();
        IndexWriter writer = Open(_directory);
        Task adding = AddUntilRefused(writer, acknowledged);
        await AtLeast(acknowledged, 300);
        writer.Dispose();
        await adding;
        Assert.Equal(acknowledged.Order(), Seen.In(_directory)!.Split(' ').Order());
        AssertClean(_directory);
    }

    [Fact]
    public async Task Rollback_returns_when_all_threads_are_out_and_the_folder_is_the_last_commit()
    {
        var acknowledged = new ConcurrentBag<string>();
        IndexWriter writer = Open(_directory);
        writer.AddDocument(Seen.Document("committed", "x"));
        writer.Commit();
        Task adding = AddUntilRefused(writer, acknowledged);
        await AtLeast(acknowledged, 300);
        writer.Rollback();
        Assert.Equal("committed:x", Seen.In(_directory));
        AssertClean(_directory);
        Open(_directory).Dispose(); // the lock is free
        await adding;
    }

    [Fact]
    public async Task A_failure_of_one_thread_ends_the_others_and_leaves_the_last_commit()
    {
        for (var failAt = 20; failAt < 200; failAt += 23)
        {
            using var directory = new MemoryDirectory();
            var acknowledged = new ConcurrentBag<string>();
            IndexWriter writer = Open(new DyingDirectory(directory, failAt));
            writer.AddDocument(Seen.Document("committed", "x"));
            writer.Commit();
            await AddUntilRefused(writer, acknowledged);
            Assert.Throws<ObjectDisposedException>(() => writer.Commit());
            writer.Dispose();
            Assert.Equal("committed:x", Seen.In(directory));
            using IndexWriter next = Open(directory);
            next.AddDocument(Seen.Document("next", "y"));
            next.Commit();
            Assert.Equal("committed:x next:y", Seen.In(directory));
        }
    }

    [Fact]
    public async Task Many_threads_may_end_a_writer_at_once()
    {
        IndexWriter writer = Open(_directory);
        writer.AddDocument(Seen.Document("1", "a"));
        writer.Commit();
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(() =>
        {
            if (thread % 2 == 0)
                writer.Dispose();
            else
                writer.Rollback();
            Open(_directory, retries: 100).Dispose();
        })));
        Assert.Equal("1:a", Seen.In(_directory));
    }

    [Fact]
    public void A_document_that_fails_in_one_thread_leaves_the_writer_to_the_others()
    {
        using (IndexWriter writer = Open(_directory))
        {
            Parallel.For(0, Threads, thread =>
            {
                for (var i = 0; i < 100; i++)
                {
                    writer.AddDocument(Seen.Document($"{thread}", "good"));
                    Assert.Throws<InvalidDocumentException>(() =>
                        writer.UpdateDocuments(new Term("id", $"{thread}"), [Seen.Document($"{thread}", "good"), Seen.Document(new string('x', 40_000), "bad")]));
                }
            });
        }
        Assert.Equal(Threads * 100, Seen.In(_directory)!.Split(' ').Length);
        Assert.True(IndexChecker.Check(_directory).IsSound);
    }

    private static Task AddUntilRefused(IndexWriter writer, ConcurrentBag<string> acknowledged) =>
        Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(
            () =>
            {
                try
                {
                    for (var i = 0; ; i++)
                    {
                        writer.AddDocument(Seen.Document($"{thread}-{i}", "x"));
                        acknowledged.Add($"{thread}-{i}:x");
                        if (i % 97 == 96)
                            writer.OpenReader().Dispose();
                    }
                }
                catch (Exception ended) when (ended is ObjectDisposedException or IOException)
                {
                    // The end that the test brings about.
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

    private static async Task AtLeast(ConcurrentBag<string> acknowledged, int count)
    {
        while (acknowledged.Count < count)
            await Task.Delay(1);
    }

    private static void AssertClean(IndexDirectory directory) =>
        Assert.Equal(CommitPoint.ReadLatest(directory).AllFiles().Order(StringComparer.Ordinal), directory.ListAll());

    private static IndexWriter Open(IndexDirectory directory, int retries = 0)
    {
        try
        {
            return IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = new StandardAnalyzer(), BufferBytes = 200_000, UseCompoundFile = false });
        }
        catch (LockHeldException) when (retries > 0)
        {
            Thread.Sleep(1);
            return Open(directory, retries - 1);
        }
    }
}
