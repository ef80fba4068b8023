using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Search.Articles.Searching;
using Search.Web.Hosting;
using Search.Web.Hosting.Telemetry;

namespace Search.Hosts.Tests.Hosting;

/// <summary>Searches are held to their time, and slow ones are told.</summary>
public sealed class OperationObserverTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly LinesLog _log = new();

    [Fact]
    public void A_search_that_takes_too_long_is_stopped_with_its_budget_as_the_reason()
    {
        using OperationObserver observer = Observer("--query-time-ms", "10");
        QueryBudgetException stopped = Assert.Throws<QueryBudgetException>(() => observer.RunWithin(
            "search",
            new ArticleQuery(),
            token =>
            {
                token.WaitHandle.WaitOne();
                token.ThrowIfCancellationRequested();
                return 0;
            },
            _ => "",
            CancellationToken.None));
        Assert.Equal(10, stopped.Milliseconds);
        Assert.Contains("10 ms", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_that_has_gone_is_not_a_budget()
    {
        using OperationObserver observer = Observer();
        using var gone = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => observer.RunWithin(
            "search",
            new ArticleQuery(),
            token =>
            {
                gone.Cancel();
                token.ThrowIfCancellationRequested();
                return 0;
            },
            _ => "",
            gone.Token));
    }

    [Fact]
    public void A_slow_search_is_logged_with_query_plan_and_budget_and_a_quick_one_is_not()
    {
        using OperationObserver quick = Observer("--slow-query-ms", "600000");
        quick.RunWithin("search", new ArticleQuery { Text = "a \"b" }, _ => 0, _ => "a \"b\"", CancellationToken.None);
        Assert.Empty(_log.Lines);
        using OperationObserver slow = Observer("--slow-query-ms", "0", "--query-time-ms", "777");
        slow.RunWithin("search", new ArticleQuery { Text = "a \"b", Limit = 7 }, _ => 0, _ => "a \"b\"", CancellationToken.None);
        string line = Assert.Single(_log.Lines);
        Assert.Contains("for \"a \"b\", understood as \"a \"b\"\", 0 filters, limit 7", line, StringComparison.Ordinal);
        Assert.Contains("budget 777 ms", line, StringComparison.Ordinal);
    }

    public void Dispose() => _services.Dispose();

    private OperationObserver Observer(params string[] arguments) => new(
        HostSettings.Load(new ConfigurationBuilder().Build(), arguments),
        new HostMetrics(_services.GetRequiredService<IMeterFactory>()),
        new HttpContextAccessor { HttpContext = new DefaultHttpContext() },
        _log);

    private sealed class LinesLog : ILogger<OperationObserver>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
