using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Store;

namespace Search.Engine.Tests.Indexing;

public sealed class ReaderRefresherTests : IDisposable
{
    private readonly MemoryDirectory _directory = new();
    private readonly IndexWriter _writer;

    public ReaderRefresherTests() =>
        _writer = IndexWriter.Open(_directory, new IndexWriterOptions { Analyzer = new StandardAnalyzer() });

    public void Dispose()
    {
        _writer.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void A_searcher_shows_the_changes_of_the_last_refresh()
    {
        using var refresher = new ReaderRefresher(_writer, Timeout.InfiniteTimeSpan);
        _writer.AddDocument(Seen.Document("1", "a"));
        Assert.Equal("", Now(refresher));
        Assert.True(refresher.Refresh());
        Assert.Equal("1:a", Now(refresher));
        Assert.False(refresher.Refresh());
    }

    [Fact]
    public void Waiting_for_a_change_brings_it_and_all_before()
    {
        using var refresher = new ReaderRefresher(_writer, Timeout.InfiniteTimeSpan);
        long first = _writer.AddDocument(Seen.Document("1", "a"));
        long second = _writer.AddDocument(Seen.Document("2", "b"));
        refresher.WaitFor(first);
        Assert.Equal("1:a 2:b", Now(refresher));
        Assert.Equal(second, refresher.SequenceNumber);
        Assert.Throws<ArgumentOutOfRangeException>(() => refresher.WaitFor(second + 1));
    }

    [Fact]
    public void A_lease_keeps_its_searcher_through_refreshes_and_ends()
    {
        _writer.AddDocument(Seen.Document("1", "a"));
        var refresher = new ReaderRefresher(_writer, Timeout.InfiniteTimeSpan);
        using SearcherLease lease = refresher.Acquire();
        _writer.UpdateDocument(new Term("id", "1"), Seen.Document("1", "b"));
        refresher.Refresh();
        refresher.Dispose();
        _writer.Rollback();
        Assert.Equal(1, lease.Searcher.Count(new TermQuery(new Term("t", "a"))));
        Assert.Throws<ObjectDisposedException>(() => refresher.Acquire());
    }

    [Fact]
    public void Listeners_hear_of_every_new_searcher_and_searchers_are_made_as_wished()
    {
        var made = 0;
        var heard = 0;
        using var refresher = new ReaderRefresher(_writer, Timeout.InfiniteTimeSpan, reader =>
        {
            made++;
            return new IndexSearcher(reader);
        });
        refresher.Refreshed += (_, _) => heard++;
        refresher.Refresh();
        _writer.AddDocument(Seen.Document("1", "a"));
        refresher.Refresh();
        Assert.Equal((2, 1), (made, heard));
    }

    [Fact]
    public void The_background_refreshes_at_its_interval_and_tells_why_it_could_not()
    {
        var time = new ManualTime();
        using var refresher = new ReaderRefresher(_writer, TimeSpan.FromSeconds(1), time: time);
        _writer.AddDocument(Seen.Document("1", "a"));
        time.Tick();
        Assert.Equal("1:a", Now(refresher));
        Assert.Null(refresher.Failure);
        _writer.Rollback();
        time.Tick();
        Assert.IsType<ObjectDisposedException>(refresher.Failure);
        Assert.Equal("1:a", Now(refresher));
    }

    [Fact]
    public async Task Searching_threads_find_an_open_reader_while_others_refresh()
    {
        using var refresher = new ReaderRefresher(_writer, Timeout.InfiniteTimeSpan);
        using var done = new CancellationTokenSource();
        Task[] searching = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                using SearcherLease lease = refresher.Acquire();
                Assert.Equal(lease.Searcher.Reader.NumDocs, lease.Searcher.Count(new MatchAllQuery()));
                Assert.InRange(lease.Searcher.Reader.NumDocs, 0, 1);
            }
        }))];
        for (var i = 0; i < 100; i++)
            refresher.WaitFor(_writer.UpdateDocument(new Term("id", "1"), Seen.Document("1", $"v{i}")));
        await done.CancelAsync();
        await Task.WhenAll(searching);
        Assert.Equal("1:v99", Now(refresher));
    }

    private static string Now(ReaderRefresher refresher)
    {
        using SearcherLease lease = refresher.Acquire();
        return Seen.In(lease.Searcher.Reader);
    }

    /// <summary>A clock whose one timer runs when the test says so.</summary>
    private sealed class ManualTime : TimeProvider
    {
        private Action? _tick;

        public void Tick() => _tick!();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _tick = () => callback(state);
            return new Stopped();
        }

        private sealed class Stopped : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
