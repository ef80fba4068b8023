using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Soak.Faults;
using Search.Soak.Model;

namespace Search.Engine.Tests.Soak;

/// <summary>Stops a writing thread in the middle of an operation of the directory, with whatever it holds there.</summary>
public sealed class SearchPathTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly MemoryDirectory _disk = new();
    private readonly ManualResetEventSlim _reached = new();
    private readonly ManualResetEventSlim _goOn = new();
    private volatile int _stopAt = -1;

    public void Dispose()
    {
        _disk.Dispose();
        _reached.Dispose();
        _goOn.Dispose();
    }

    [Theory]
    [InlineData(FaultKind.Create)]
    [InlineData(FaultKind.Write)]
    [InlineData(FaultKind.Sync)]
    [InlineData(FaultKind.SyncMetadata)]
    [InlineData(FaultKind.Rename)]
    [InlineData(FaultKind.Delete)]
    [InlineData(FaultKind.Open)]
    [InlineData(FaultKind.Lock)]
    public async Task Searches_go_on_while_a_writing_thread_stands_still(FaultKind operation)
    {
        using var directory = new FaultyDirectory(_disk, plan: null) { BeforeOperation = (kind, _) => StandStillAt(kind) };
        using IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = ModelDocuments.Analyzer });
        var changes = new ChangeSequence(seed: 1, lane: 0, keys: 20);
        for (var i = 0; i < 60; i++)
            ModelDocuments.Apply(writer, changes.Next());
        writer.Commit();
        using var refresher = new ReaderRefresher(writer, Timeout.InfiniteTimeSpan);
        SearcherLease outdated = refresher.Acquire();
        ModelDocuments.Apply(writer, changes.Next());
        Assert.True(refresher.Refresh());
        using DirectoryReader committed = DirectoryReader.Open(_disk);

        _stopAt = (int)operation;
        Task writing = Task.Run(() => WriteAndCommit(writer, changes));
        Assert.True(_reached.Wait(Patience), $"no {operation}");
        Task searching = Task.Run(() =>
        {
            outdated.Dispose(); // the last to let its reader go
            for (var i = 0; i < 100; i++)
                SearchOnce(refresher, committed);
        });
        Task first = await Task.WhenAny(searching, Task.Delay(Patience));
        bool isBlocked = writing.IsCompleted;
        _goOn.Set();
        await writing;

        Assert.False(isBlocked, "the writing thread did not stand still");
        Assert.True(first == searching, "a search waited for the writing thread");
        await searching;
    }

    private static void WriteAndCommit(IndexWriter writer, ChangeSequence changes)
    {
        for (var i = 0; i < 30; i++)
            ModelDocuments.Apply(writer, changes.Next());
        writer.OpenReader().Dispose();
        writer.Commit();
    }

    private static void SearchOnce(ReaderRefresher refresher, DirectoryReader committed)
    {
        var query = new TermQuery(new Term("body", "end"));
        using SearcherLease lease = refresher.Acquire();
        Assert.Equal(lease.Searcher.Reader.NumDocs, lease.Searcher.Count(query));
        Assert.True(committed.TryAcquire());
        Assert.Equal(committed.NumDocs, new IndexSearcher(committed).Search(query, 10).TotalHits.Value);
        committed.Release();
    }

    private void StandStillAt(FaultKind kind)
    {
        if ((int)kind != _stopAt)
            return;
        _reached.Set();
        _goOn.Wait();
    }
}
