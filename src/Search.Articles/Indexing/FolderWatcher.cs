using System.Diagnostics;
using Search.Articles.Reading;
using Search.Articles.Searching;

namespace Search.Articles.Indexing;

/// <summary>Keeps an index in line with folders: listens for events, and looks through the folders every so often for what it was not told of.</summary>
/// <remarks>
/// An event only says that it is time to look. A look compares sizes and times of all files with those of the look before, and only files that
/// differ are read. Events that follow each other closely are one look, after a short silence: a file that is still being written is left in peace.
/// What fails is tried again. Small collections are learned anew when enough has changed. One thread of its own.
/// </remarks>
internal sealed class FolderWatcher : IArticleWatch
{
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan LongestBurst = TimeSpan.FromMilliseconds(900);
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LastRetry = TimeSpan.FromSeconds(30);

    private const int FewChanges = 5;
    private const int OneOf = 10;

    private readonly ArticleSynchronizer _synchronizer;
    private readonly IReadOnlyList<string> _paths;
    private readonly WatchOptions _options;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<IndexReport?> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread _thread;
    private FolderListing _seen = FolderListing.Empty;
    private bool _isInLine;
    private int _changesSinceLearned;
    private TimeSpan _retry = FirstRetry;

    /// <summary>Starts to watch.</summary>
    public FolderWatcher(ArticleSynchronizer synchronizer, IReadOnlyList<string> paths, WatchOptions options)
    {
        _synchronizer = synchronizer;
        _paths = [.. paths];
        _options = options;
        _thread = new Thread(Watch) { IsBackground = true, Name = "folder watcher" };
        _thread.Start();
    }

    /// <inheritdoc/>
    public Task<IndexReport?> First => _first.Task;

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _thread.Join();
        _stop.Dispose();
    }

    private void Watch()
    {
        FolderEvents? events = null;
        try
        {
            events = TryListen();
            TimeSpan next = TimeSpan.Zero;
            while (true)
            {
                bool happened = WaitFor(events, next);
                if (happened)
                    WaitForSilence(events!);
                bool succeeded = Try(isRescan: !happened);
                events ??= TryListen();
                next = !succeeded ? _retry : events is null ? PollInterval : _options.RescanInterval;
            }
        }
        catch (OperationCanceledException)
        {
            _first.TrySetResult(null);
        }
        finally
        {
            events?.Dispose();
        }
    }

    private bool WaitFor(FolderEvents? events, TimeSpan limit)
    {
        if (events is not null)
            return events.Wait(limit, _stop.Token);
        _stop.Token.WaitHandle.WaitOne(limit);
        _stop.Token.ThrowIfCancellationRequested();
        return false;
    }

    private void WaitForSilence(FolderEvents events)
    {
        long start = Stopwatch.GetTimestamp();
        while (events.Wait(Silence, _stop.Token) && Stopwatch.GetElapsedTime(start) < LongestBurst)
        {
        }
    }

    private bool Try(bool isRescan)
    {
        try
        {
            Look(isRescan);
            _retry = FirstRetry;
            return true;
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            if (_stop.IsCancellationRequested)
                throw new OperationCanceledException(_stop.Token);
            _options.Failed?.Invoke(fault);
            _first.TrySetResult(null);
            _retry = _retry * 2 < LastRetry ? _retry * 2 : LastRetry;
            return false;
        }
    }

    private void Look(bool isRescan)
    {
        FolderListing now = Settled();
        if (!_isInLine || isRescan && IsToLearnAnew)
        {
            Finish(now, _synchronizer.Run(_paths, _options.Synchronize, learnsAnew: _isInLine, _isInLine ? null : _options.Progress, _stop.Token));
            _isInLine = true;
            _changesSinceLearned = 0;
            return;
        }
        IReadOnlyList<SourceFile> changed = now.ChangedSince(_seen), gone = now.GoneSince(_seen);
        if (changed.Count + gone.Count == 0)
            return;
        IndexReport report = _synchronizer.Run(changed, gone, _stop.Token);
        _changesSinceLearned += report.Added + report.Updated + report.Removed;
        Finish(now, report);
    }

    // Between the moments when a file is made and when it is written it is empty: what looks then would report nothing, or take an article away.
    private FolderListing Settled()
    {
        long start = Stopwatch.GetTimestamp();
        FolderListing now = FolderListing.Of(_paths);
        while (now.HasEmptySince(_seen) && Stopwatch.GetElapsedTime(start) < LongestBurst)
        {
            _stop.Token.WaitHandle.WaitOne(Silence);
            _stop.Token.ThrowIfCancellationRequested();
            now = FolderListing.Of(_paths);
        }
        return now;
    }

    // What stands in few articles is not known to repeat, and a name may get a better form: with enough news, everything is looked at again.
    private bool IsToLearnAnew => _changesSinceLearned > FewChanges && _synchronizer.Articles is var articles
        && articles <= _synchronizer.Limits.WholeCollection && _changesSinceLearned > articles / OneOf;

    private void Finish(FolderListing now, IndexReport report)
    {
        _seen = now;
        _options.Synchronized?.Invoke(report);
        _first.TrySetResult(report);
    }

    private FolderEvents? TryListen()
    {
        try
        {
            return FolderEvents.Listen(_paths);
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or UnauthorizedAccessException)
        {
            if (!_first.Task.IsCompleted)
                _options.Failed?.Invoke(new IOException($"Changes are looked for every second, because the system does not tell them: {fault.Message}", fault));
            return null;
        }
    }
}
