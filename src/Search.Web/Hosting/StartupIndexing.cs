using System.Diagnostics;
using Search.Articles.Searching;

namespace Search.Web.Hosting;

/// <summary>What happens between starting and serving: the index is brought in line with the articles.</summary>
internal static partial class StartupIndexing
{
    /// <summary>False when the host must not serve: a public address without permission, or no index and no way to make one.</summary>
    public static bool BringIndexUpToDate(this WebApplication app)
    {
        HostSettings settings = app.Services.GetRequiredService<HostSettings>();
        ILogger log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Search.Web");
        if (settings.PublicUrl() is { } url && !settings.AllowPublic)
        {
            Log.PublicAddress(log, url);
            return false;
        }
        try
        {
            IArticleIndex index = app.Services.GetRequiredService<IArticleIndex>();
            if (settings.Watch)
                FolderWatching.Start(app, index, settings, log);
            else if (settings.IndexAtStart)
                Synchronize(index, settings, log);
            WarmUp(index);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Log.NoIndex(log, settings.Index, fault.Message);
            return false;
        }
        Log.Serving(log, settings.Urls, settings.Index);
        return true;
    }

    /// <summary>Serves until the host is told to stop; false when it cannot listen on its addresses.</summary>
    public static bool Serve(this WebApplication app)
    {
        try
        {
            app.Run();
            return true;
        }
        catch (IOException fault)
        {
            Log.CannotListen(app.Logger, fault.Message);
            return false;
        }
    }

    // The first search compiles the code that all others run: better before the first visitor comes than while one waits.
    private static void WarmUp(IArticleIndex index)
    {
        if (index.Status.Generation > 0)
            index.Search(new ArticleQuery { Text = "a paragraph that \"says it\"", Limit = 1 });
    }

    private static void Synchronize(IArticleIndex index, HostSettings settings, ILogger log)
    {
        if (!Path.Exists(settings.Articles))
        {
            Log.NoArticles(log, settings.Articles);
            return;
        }
        try
        {
            Tell(index.Synchronize([settings.Articles], new ProgressLog(log)), settings, log);
        }
        catch (IndexInUseException inUse)
        {
            Log.WriterElsewhere(log, inUse.Message);
        }
    }

    private static void Tell(IndexReport report, HostSettings settings, ILogger log)
    {
        Log.Indexed(log, settings.Articles, report.Articles, report.Paragraphs, report.Added, report.Updated, report.Removed, report.Elapsed.TotalSeconds);
        foreach (SkippedSource skipped in report.Skipped)
            Log.Skipped(log, skipped.Path, skipped.Line, skipped.Reason);
    }

    /// <summary>Keeps the index in line with the articles until the host stops.</summary>
    private static class FolderWatching
    {
        public static void Start(WebApplication app, IArticleIndex index, HostSettings settings, ILogger log)
        {
            if (!Path.Exists(settings.Articles))
                Log.NoArticles(log, settings.Articles);
            IArticleWatch watch = index.Watch([settings.Articles], new WatchOptions
            {
                Synchronized = report => Tell(report, settings, log),
                Failed = fault => Log.NotInLine(log, fault.Message),
                Progress = new ProgressLog(log),
            });
            app.Lifetime.ApplicationStopping.Register(watch.Dispose);
            watch.First.Wait();
        }
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
            Log.Progress(log, value.FilesDone, value.FilesTotal);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Url} can be reached by other machines; say --allow-public if that is meant")]
        public static partial void PublicAddress(ILogger log, string url);

        [LoggerMessage(LogLevel.Error, "The index in {Path} cannot be used: {Reason}")]
        public static partial void NoIndex(ILogger log, string path, string reason);

        [LoggerMessage(LogLevel.Error, "Cannot listen: {Reason}")]
        public static partial void CannotListen(ILogger log, string reason);

        [LoggerMessage(LogLevel.Warning, "There is no {Path}; serving the index as it is")]
        public static partial void NoArticles(ILogger log, string path);

        [LoggerMessage(LogLevel.Information, "{Path}: {Articles} articles, {Paragraphs} paragraphs ({Added} new, {Updated} changed, {Removed} gone) in {Seconds:0.00} s")]
        public static partial void Indexed(ILogger log, string path, int articles, int paragraphs, int added, int updated, int removed, double seconds);

        [LoggerMessage(LogLevel.Warning, "Skipped {Path} line {Line}: {Reason}")]
        public static partial void Skipped(ILogger log, string path, int line, string reason);

        [LoggerMessage(LogLevel.Warning, "Serving the last commit, not indexing: {Reason}")]
        public static partial void WriterElsewhere(ILogger log, string reason);

        [LoggerMessage(LogLevel.Warning, "Serving the last commit; the articles are looked at again later: {Reason}")]
        public static partial void NotInLine(ILogger log, string reason);

        [LoggerMessage(LogLevel.Information, "Indexing: {Done} of {Total} files")]
        public static partial void Progress(ILogger log, int done, int total);

        [LoggerMessage(LogLevel.Information, "Search page on {Urls}, index in {Index}")]
        public static partial void Serving(ILogger log, string urls, string index);
    }
}
