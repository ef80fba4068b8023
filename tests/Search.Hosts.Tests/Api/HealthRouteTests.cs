using System.Net;
using System.Text.Json;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Api;

/// <summary><c>GET /healthz/live</c> and <c>/healthz/ready</c>.</summary>
public sealed class HealthRouteTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Without_an_index_the_host_lives_but_is_not_ready()
    {
        using var host = new TestHost(_folder.File("no-such-folder"));
        Assert.Equal("live", (await host.Client.GetJsonAsync("/healthz/live")).GetString());
        JsonElement health = await host.Client.GetJsonAsync("/healthz/ready", HttpStatusCode.ServiceUnavailable);
        Assert.Equal("no index yet", health.String("status"));
        Assert.Equal(0, health.GetProperty("generation").GetInt64());
        await host.Client.GetProblemAsync("/v1/search?q=a", HttpStatusCode.ServiceUnavailable);
        await host.Client.GetProblemAsync("/v1/snippets?q=a", HttpStatusCode.ServiceUnavailable);
        Assert.Empty((await host.Client.GetJsonAsync("/v1/articles")).Each("articles"));
        await host.Client.GetProblemAsync("/v1/articles/a", HttpStatusCode.NotFound);
        Assert.Contains("0 articles", (await host.Client.GetPageAsync("/")).Text(".lede"), StringComparison.Ordinal);
        Assert.Contains("no index yet", (await host.Client.GetPageAsync("/?q=a", HttpStatusCode.ServiceUnavailable)).Texts("[role=alert] > p")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_an_index_the_host_is_ready_and_says_what_it_serves()
    {
        File.WriteAllText(_folder.File("a.txt"), "A single article that has a single paragraph about apples and about pears.");
        using var host = new TestHost(_folder.Path);
        JsonElement health = await host.Client.GetJsonAsync("/healthz/ready");
        Assert.Equal("""{"status":"ready","articles":1,"paragraphs":1,"generation":1,"writerElsewhere":false,"indexing":false,"indexingFault":null}""", health.GetRawText());
    }

    public void Dispose() => _folder.Dispose();
}
