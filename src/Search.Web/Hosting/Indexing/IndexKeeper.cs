using System.Diagnostics;
using Search.Articles.Searching;
using Search.Web.Hosting.Telemetry;

namespace Search.Web.Hosting.Indexing;

/// <summary>Brings the index in line with the articles, and keeps it so, while the host serves the last commit.</summary>
/// <remarks>An index of an older version is built anew the same way: the old one serves until the new one is committed.</remarks>
internal sealed partial class IndexKeeper(
    IArticleIndex index, HostSettings settings, IndexingState state, HostMetrics metrics, IHostApplicationLifetime lifetime, ILogger<IndexKeeper> log)
{
    /// <summary>Starts; what is returned ends when the index is in line for the first time or that has failed, which is in the log then.</summary>
    public Task Start()
    {
        state.Start();
        if (!Path.Exists(settings.Articles))
            LogNoArticles(log, settings.Articles);
        return settings.Watch ? Watch() : Task.Run(Once);
    }

    private async Task Watch()
    {
        IArticleWatch watch = index.Watch([settings.Articles], new WatchOptions
        {
            Synchronized = Tell,
            Failed = fault => Tell(fault),
            Progress = new ProgressLog(log),
        });
        lifetime.ApplicationStopping.Register(watch.Dispose);
        // What failed has been told, and is tried again.
        if (await watch.First is null)
            state.Done(null, state.Fault ?? "stopped");
        else
            state.Done(null, null);
    }

    private void Once()
    {
        try
        {
            if (Path.Exists(settings.Articles))
                Tell(index.Synchronize([settings.Articles], new ProgressLog(log), lifetime.ApplicationStopping));
            else
                state.Done(null, $"there is no {settings.Articles}");
        }
        catch (Exception fault) when (fault is IndexInUseException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Tell(fault);
        }
        catch (OperationCanceledException)
        {
            state.Done(null, "stopped");
        }
    }

    private void Tell(IndexReport report)
    {
        metrics.Indexed("done", report.Elapsed);
        LogIndexed(log, settings.Articles, report.Articles, report.Paragraphs, report.Added, report.Updated, report.Removed, report.Elapsed.TotalSeconds);
        foreach (SkippedSource skipped in report.Skipped)
            LogSkipped(log, skipped.Path, skipped.Line, skipped.Reason);
        state.Done(report, null);
    }

    private void Tell(Exception fault)
    {
        metrics.Indexed("failed", TimeSpan.Zero);
        LogNotInLine(log, fault.Message);
        state.Done(null, fault.Message);
    }

    // Long work reports every few seconds, short work not at all.
    private sealed class ProgressLog(ILogger log) : IProgress<IndexProgress>
    {
        private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
        private readonly Stopwatch _sinceLast = Stopwatch.StartNew();

        public void Report(IndexProgress value)
        {
            if (_sinceLast.Elapsed < Interval)
                return;
            _sinceLast.Restart();
            LogProgress(log, value.FilesDone, value.FilesTotal);
        }
    }

    [LoggerMessage(LogLevel.Warning, "There is no {Path}; serving the index as it is")]
    private static partial void LogNoArticles(ILogger log, string path);

    [LoggerMessage(LogLevel.Information, "{Path}: {Articles} articles, {Paragraphs} paragraphs ({Added} new, {Updated} changed, {Removed} gone) in {Seconds:0.00} s")]
    private static partial void LogIndexed(ILogger log, string path, int articles, int paragraphs, int added, int updated, int removed, double seconds);

    [LoggerMessage(LogLevel.Warning, "Skipped {Path} line {Line}: {Reason}")]
    private static partial void LogSkipped(ILogger log, string path, int line, string reason);

    [LoggerMessage(LogLevel.Warning, "Serving the last commit; the index is not in line with the articles: {Reason}")]
    private static partial void LogNotInLine(ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "Indexing: {Done} of {Total} files")]
    private static partial void LogProgress(ILogger log, int done, int total);
}
