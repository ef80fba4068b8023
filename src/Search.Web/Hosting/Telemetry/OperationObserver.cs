using System.Diagnostics;
using Search.Articles.Searching;

namespace Search.Web.Hosting.Telemetry;

/// <summary>Measures operations on the index and holds searches to their time.</summary>
internal sealed partial class OperationObserver(HostSettings settings, HostMetrics metrics, IHttpContextAccessor requests, ILogger<OperationObserver> log) : IDisposable
{
    private const int LongestLoggedText = 500;

    private readonly ActivitySource _traces = new(HostMetrics.SourceName);
    private readonly TimeSpan _slow = TimeSpan.FromMilliseconds(settings.All.Number("slow-query-ms"));
    private readonly long _budgetMs = settings.All.Number("query-time-ms");

    /// <summary>Runs a search that is stopped when its time is over.</summary>
    /// <param name="understood">How the query was understood, for the log.</param>
    /// <exception cref="QueryBudgetException">It took too long.</exception>
    public T RunWithin<T>(string operation, ArticleQuery query, Func<CancellationToken, T> work, Func<T, string> understood, CancellationToken cancellation)
    {
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        budget.CancelAfter(TimeSpan.FromMilliseconds(_budgetMs));
        try
        {
            return Run(operation, query.Text, () => work(budget.Token), understood, query);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new QueryBudgetException(_budgetMs);
        }
    }

    /// <summary>Runs what has no budget.</summary>
    public T Run<T>(string operation, string subject, Func<T> work) => Run(operation, subject, work, _ => "", query: null);

    /// <summary>Runs a synchronisation.</summary>
    public IndexReport Indexing(Func<IndexReport> work)
    {
        using Activity? trace = _traces.StartActivity("search.indexing");
        long started = Stopwatch.GetTimestamp();
        var outcome = "failed";
        try
        {
            IndexReport report = work();
            outcome = "done";
            return report;
        }
        finally
        {
            metrics.Indexed(outcome, Stopwatch.GetElapsedTime(started));
            trace?.SetTag("outcome", outcome);
        }
    }

    public void Dispose() => _traces.Dispose();

    private T Run<T>(string operation, string subject, Func<T> work, Func<T, string> understood, ArticleQuery? query)
    {
        using Activity? trace = _traces.StartActivity($"search.{operation}");
        long started = Stopwatch.GetTimestamp();
        var outcome = "done";
        var plan = "";
        try
        {
            T result = work();
            plan = understood(result);
            return result;
        }
        catch (Exception fault)
        {
            outcome = fault is QueryException ? "refused" : fault is OperationCanceledException ? "stopped" : "failed";
            throw;
        }
        finally
        {
            Finish(operation, outcome, Stopwatch.GetElapsedTime(started), subject, plan, query);
            trace?.SetTag("outcome", outcome).SetTag("search.query", Shown(subject)).SetTag("search.understood", plan);
        }
    }

    private void Finish(string operation, string outcome, TimeSpan time, string subject, string plan, ArticleQuery? query)
    {
        metrics.Operation(operation, outcome, time);
        // What nobody waits for, as warming up, is neither told nor slow.
        if (requests.HttpContext is not { } context)
            return;
        ServerTimings.Of(context).Add("index", time);
        if (time < _slow)
            return;
        metrics.Slow(operation);
        LogSlow(
            log, operation, time.TotalMilliseconds, outcome, Shown(subject), Shown(plan), query?.Filters.Count ?? 0, query?.Limit ?? 0,
            query?.Sort.ToString() ?? "", _budgetMs);
    }

    private static string Shown(string text) => text.Length <= LongestLoggedText ? text : text[..LongestLoggedText] + "…";

    [LoggerMessage(LogLevel.Warning,
        "Slow {Operation}: {Milliseconds:0} ms ({Outcome}) for \"{Query}\", understood as \"{Understood}\", {Filters} filters, limit {Limit}, sort {Sort}, budget {BudgetMs} ms")]
    private static partial void LogSlow(
        ILogger log, string operation, double milliseconds, string outcome, string query, string understood, int filters, int limit, string sort, long budgetMs);
}
