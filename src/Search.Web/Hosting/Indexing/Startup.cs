using Search.Articles.Searching;

namespace Search.Web.Hosting.Indexing;

/// <summary>What happens between starting and serving.</summary>
internal static partial class Startup
{
    /// <summary>
    /// Opens the index; makes it when there is none yet, else leaves bringing it up to date to the background. False when the host must
    /// not serve: a public address without permission, or no index and no way to make one.
    /// </summary>
    public static bool Prepare(this WebApplication app)
    {
        HostSettings settings = app.Services.GetRequiredService<HostSettings>();
        ILogger log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Search.Web");
        if (settings.PublicUrl() is { } url && !settings.AllowPublic)
        {
            LogPublicAddress(log, url);
            return false;
        }
        try
        {
            IArticleIndex index = app.Services.GetRequiredService<IArticleIndex>();
            if (settings.Indexes && settings.IndexAtStart)
            {
                bool isNew = index.Status.Generation == 0;
                Task first = app.Services.GetRequiredService<IndexKeeper>().Start();
                if (isNew)
                    first.Wait(app.Lifetime.ApplicationStopping);
            }
            if (settings.Serves)
                WarmUp(index);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            LogNoIndex(log, settings.Index, fault.Message);
            return false;
        }
        LogServing(log, settings.Urls, settings.Index);
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
            LogCannotListen(app.Logger, fault.Message);
            return false;
        }
    }

    // The first search compiles the code that all others run: better before the first visitor comes than while one waits.
    private static void WarmUp(IArticleIndex index)
    {
        if (index.Status.Generation == 0)
            return;
        index.Search(new ArticleQuery { Text = "a paragraph that \"says it\"", Limit = 1 });
        // Gathering what can be suggested takes a second for a large index: it is done by the time somebody types.
        _ = Task.Run(() => index.Suggest("a", limit: 1));
    }

    [LoggerMessage(LogLevel.Error, "{Url} can be reached by other machines; say --allow-public if that is meant")]
    private static partial void LogPublicAddress(ILogger log, string url);

    [LoggerMessage(LogLevel.Error, "The index in {Path} cannot be used: {Reason}")]
    private static partial void LogNoIndex(ILogger log, string path, string reason);

    [LoggerMessage(LogLevel.Error, "Cannot listen: {Reason}")]
    private static partial void LogCannotListen(ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "Search page on {Urls}, index in {Index}")]
    private static partial void LogServing(ILogger log, string urls, string index);
}
