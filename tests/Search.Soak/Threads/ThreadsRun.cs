using Search.Engine.Indexing;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Soak.Faults;
using Search.Soak.Memory;
using Search.Soak.Model;

namespace Search.Soak.Threads;

/// <summary>
/// Searches with many threads while others change, commit and refresh, and judges every result. At the end the index holds
/// what all changes together left, is sound, and no file is open.
/// </summary>
public sealed class ThreadsRun
{
    private const long BufferBytes = 1 << 18;
    private const int LongestPauseMs = 20;
    private const int ChangesBetweenRests = 10;

    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMilliseconds(50);

    private readonly ThreadsOptions _options;
    private readonly ChangeSequence[] _lanes;
    private volatile Exception? _failure;
    private volatile bool _isOver;
    private long _searches;
    private long _snapshots;
    private long _commits;
    private long _refreshes;

    private ThreadsRun(ThreadsOptions options)
    {
        _options = options;
        _lanes = [.. Enumerable.Range(0, options.Lanes).Select(lane => new ChangeSequence(options.Seed, lane, options.Keys))];
    }

    /// <summary>Runs.</summary>
    /// <exception cref="SoakFailureException">A result cannot be true, something threw, or the end is not what it must be.</exception>
    public static ThreadsReport Run(ThreadsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var run = new ThreadsRun(options);
        using var folder = new TemporaryFolder();
        using IndexDirectory disk = options.InMemory ? new MemoryDirectory() : MappedDirectory.Open(folder.Path);
        using var directory = new FaultyDirectory(disk, plan: null);
        run.RunOn(directory);
        if (run._failure is { } failure)
            throw new SoakFailureException($"seed {options.Seed}: {failure.Message}", failure);
        run.CheckEnd(directory);
        if (HandleCensus.Of(folder.Path) is { } left && left != new HandleCensus(0, 0))
            throw new SoakFailureException($"the process still holds {left}");
        return new ThreadsReport(run._searches, run._snapshots, run._lanes.Sum(lane => (long)lane.Made), run._commits, run._refreshes);
    }

    private void RunOn(FaultyDirectory directory)
    {
        using IndexWriter writer = IndexWriter.Open(directory, ModelDocuments.WriterOptions(BufferBytes));
        writer.Commit();
        using var refresher = new ReaderRefresher(writer, RefreshInterval);
        refresher.Refreshed += (_, _) => Interlocked.Increment(ref _refreshes);
        List<Thread> threads = [.. _lanes.Select(lane => Start(() => Change(writer, lane))), Start(() => Commit(writer)), Start(() => Follow(directory))];
        for (var i = 0; i < _options.Searchers; i++)
        {
            int seed = _options.Seed * 1000 + i;
            threads.Add(Start(() => Search(refresher, new Random(seed))));
        }
        foreach (Thread thread in threads)
            thread.Join();
    }

    private Thread Start(Action work)
    {
        var thread = new Thread(() =>
        {
            try
            {
                work();
            }
            catch (Exception fault)
            {
                _failure ??= fault;
                _isOver = true;
            }
        });
        thread.Start();
        return thread;
    }

    private void Change(IndexWriter writer, ChangeSequence lane)
    {
        while (!_isOver)
        {
            ModelDocuments.Apply(writer, lane.Next());
            if (lane.Made % ChangesBetweenRests == 0)
                Thread.Sleep(1);
        }
    }

    private void Commit(IndexWriter writer)
    {
        var random = new Random(_options.Seed);
        while (!_isOver)
        {
            Thread.Sleep(random.Next(LongestPauseMs));
            if (random.Next(3) == 0)
                writer.PrepareCommit();
            if (random.Next(5) == 0)
                writer.ForceMerge(1 + random.Next(3));
            writer.Commit();
            Interlocked.Increment(ref _commits);
        }
    }

    // Follows the commits as another process would, and reads each from end to end.
    private void Follow(FaultyDirectory directory)
    {
        DirectoryReader reader = DirectoryReader.Open(directory);
        try
        {
            while (!_isOver)
            {
                if (DirectoryReader.OpenIfChanged(reader) is not { } newer)
                    continue;
                reader.Dispose();
                reader = newer;
                IndexContent.CheckSearches(reader, IndexContent.Read(reader));
                Interlocked.Increment(ref _snapshots);
            }
        }
        finally
        {
            reader.Dispose();
        }
    }

    private void Search(ReaderRefresher refresher, Random random)
    {
        var judge = new SnapshotJudge(random, _options.Lanes, _options.Keys);
        while (!_isOver)
        {
            Thread.Sleep(random.Next(3)); // the writing threads shall get on too, also on a small machine
            using SearcherLease lease = refresher.Acquire();
            Query query = judge.RandomQuery();
            string answer = SnapshotJudge.Answer(lease.Searcher, query);
            for (int i = random.Next(30); i >= 0; i--)
            {
                judge.Search(lease.Searcher);
                if (Interlocked.Increment(ref _searches) >= _options.Searches && Interlocked.Read(ref _commits) >= _options.Commits)
                    _isOver = true;
            }
            // Segments were written and deleted meanwhile; to this snapshot nothing has happened.
            if (SnapshotJudge.Answer(lease.Searcher, query) != answer)
                throw new SoakFailureException($"a snapshot changed its answer to {query}: it was {answer}");
            if (random.Next(20) != 0)
                continue;
            IndexContent.CheckSearches(lease.Searcher.Reader, IndexContent.Read(lease.Searcher.Reader));
            Interlocked.Increment(ref _snapshots);
        }
    }

    private void CheckEnd(FaultyDirectory directory)
    {
        using (DirectoryReader reader = DirectoryReader.Open(directory))
            RecoveredIndex.CheckContent(reader, _lanes.SelectMany(lane => lane.State).ToDictionary());
        RecoveredIndex.CheckStructure(directory);
        if (directory.OpenFiles is { Count: > 0 } open)
            throw new SoakFailureException($"files stay open: {string.Join(' ', open)}");
    }
}
