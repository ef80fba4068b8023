using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Search.Hosts.Tests.Infrastructure;
using Search.Web.Hosting;
using Search.Web.Hosting.Limits;
using Search.Web.Hosting.Telemetry;

namespace Search.Hosts.Tests.Hosting;

/// <summary>Rates, saturation, and the time of a search.</summary>
public sealed class LimitsTests : IDisposable
{
    private readonly TemporaryFolder _articles = new();

    public LimitsTests() => File.WriteAllText(_articles.File("a.txt"), "A single article that has a single paragraph about apples and about pears.");

    [Fact]
    public async Task Past_the_rate_requests_are_refused_with_when_to_come_again_but_health_is_not()
    {
        using var host = new TestHost(_articles.Path, index: null, ("requests-per-minute", "30"));
        for (var i = 0; i < 5; i++) // ten seconds' worth
            await host.Client.GetJsonAsync("/v1/articles");
        using HttpResponseMessage refused = await host.Client.GetAsync(new Uri("/v1/articles", UriKind.Relative));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        using var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync());
        Assert.Contains("30 requests a minute", problem.RootElement.String("reason"), StringComparison.Ordinal);
        await host.Client.GetPageAsync("/?q=apples", HttpStatusCode.TooManyRequests);
        for (var i = 0; i < 10; i++)
            await host.Client.GetJsonAsync("/healthz/ready");
    }

    [Fact]
    public async Task Past_saturation_searches_wait_then_are_sent_away_and_go_on_when_there_is_room()
    {
        var settings = HostSettings.Load(new ConfigurationBuilder().Build(), ["--concurrent-searches", "1", "--waiting-searches", "1"]);
        using ServiceProvider services = new ServiceCollection().AddMetrics().AddProblemDetails().AddLogging().BuildServiceProvider();
        var running = new TaskCompletionSource();
        var started = 0;
        var gate = new SaturationGate(
            _ =>
            {
                Interlocked.Increment(ref started);
                return running.Task;
            },
            settings,
            new HostMetrics(services.GetRequiredService<IMeterFactory>()));
        Task first = gate.InvokeAsync(Request(services));
        Task second = gate.InvokeAsync(Request(services));
        Assert.Equal(1, started);
        HttpContext third = Request(services);
        await gate.InvokeAsync(third);
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, third.Response.StatusCode);
        Assert.Equal("1", third.Response.Headers.RetryAfter);
        running.SetResult();
        await Task.WhenAll(first, second);
        Assert.Equal(2, started);
        HttpContext later = Request(services);
        await gate.InvokeAsync(later);
        Assert.Equal((3, StatusCodes.Status200OK), (started, later.Response.StatusCode));
    }

    [Fact]
    public async Task A_search_whose_client_has_gone_does_not_keep_its_place()
    {
        var settings = HostSettings.Load(new ConfigurationBuilder().Build(), ["--concurrent-searches", "1", "--waiting-searches", "1"]);
        using ServiceProvider services = new ServiceCollection().AddMetrics().AddProblemDetails().AddLogging().BuildServiceProvider();
        var running = new TaskCompletionSource();
        var gate = new SaturationGate(_ => running.Task, settings, new HostMetrics(services.GetRequiredService<IMeterFactory>()));
        Task first = gate.InvokeAsync(Request(services));
        using var gone = new CancellationTokenSource();
        HttpContext waiting = Request(services);
        waiting.RequestAborted = gone.Token;
        Task second = gate.InvokeAsync(waiting);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Task third = gate.InvokeAsync(Request(services));
        Assert.False(third.IsCompleted);
        running.SetResult();
        await Task.WhenAll(first, third);
    }

    public void Dispose() => _articles.Dispose();

    private static DefaultHttpContext Request(IServiceProvider services)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Path = "/v1/search";
        context.SetEndpoint(new Endpoint(null, EndpointMetadataCollection.Empty, "search"));
        return context;
    }
}
