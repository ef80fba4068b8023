using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Search.Engine.Store;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Hosting;

/// <summary>What the host does with the index before it serves.</summary>
public sealed class StartupIndexingTests : IDisposable
{
    private readonly TemporaryFolder _articles = new();
    private readonly TemporaryFolder _index = new();

    public StartupIndexingTests()
    {
        Write("a.txt", "The first article speaks of apples that grow in the garden behind the house.");
        Write("b.txt", "The second article speaks of bananas that grow far away from the house.");
        using var host = new TestHost(_articles.Path, _index.Path);
    }

    [Fact]
    public async Task A_stale_index_is_brought_up_to_date()
    {
        Write("a.txt", "The first article now speaks of cherries that grow in the garden behind the house.");
        Write("c.txt", "The third article speaks of dates that grow in a desert far away from here.");
        File.Delete(_articles.File("b.txt"));
        using var host = new TestHost(_articles.Path, _index.Path);
        Assert.Equal(["a", "c"], await Articles(host, "*"));
        Assert.Equal(["a"], await Articles(host, "cherries"));
        Assert.Empty(await Articles(host, "apples"));
        Assert.Empty(await Articles(host, "bananas"));
        Assert.Equal(2, (await host.Client.GetJsonAsync("/healthz/ready")).GetProperty("generation").GetInt64());
    }

    [Fact]
    public async Task An_index_that_is_up_to_date_is_not_written_again()
    {
        using var host = new TestHost(_articles.Path, _index.Path);
        Assert.Equal(1, (await host.Client.GetJsonAsync("/healthz/ready")).GetProperty("generation").GetInt64());
    }

    [Fact]
    public async Task While_another_writer_holds_the_lock_the_last_commit_is_served_and_the_host_says_so()
    {
        Write("c.txt", "The third article speaks of dates that grow in a desert far away from here.");
        using MappedDirectory directory = MappedDirectory.Open(_index.Path);
        using (directory.ObtainWriteLock())
        {
            using var host = new TestHost(_articles.Path, _index.Path);
            Assert.Equal(["a", "b"], await Articles(host, "*"));
            JsonElement health = await host.Client.GetJsonAsync("/healthz/ready");
            Assert.True(health.GetProperty("writerElsewhere").GetBoolean());
            Assert.Equal(1, health.GetProperty("generation").GetInt64());
            foreach (string address in new[] { "/", "/?q=apples" })
            {
                IDocument page = await host.Client.GetPageAsync(address);
                Assert.Contains("Another process is writing", page.Text("main > .notice"), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_cursor_goes_on_while_the_index_changes_and_is_gone_when_the_host_starts_anew()
    {
        string cursor;
        using (var host = new TestHost(_articles.Path, _index.Path))
            cursor = (await host.Client.GetJsonAsync("/v1/search?limit=1")).String("next");
        Write("c.txt", "The third article speaks of dates that grow in a desert far away from here.");
        using (var changing = new TestHost(_articles.Path, _index.Path))
        {
            Assert.Equal(2, (await changing.Client.GetJsonAsync("/v1/search")).GetProperty("generation").GetInt64());
            JsonElement page = await changing.Client.GetJsonAsync($"/v1/search?limit=1&cursor={cursor}");
            Assert.Equal((1, 2), (page.GetProperty("generation").GetInt64(), page.GetProperty("total").GetProperty("articles").GetInt32()));
        }
        using var next = new TestHost(_articles.Path, _index.Path);
        Assert.Contains("changed", (await next.Client.GetProblemAsync($"/v1/search?limit=1&cursor={cursor}", HttpStatusCode.Gone)).String("reason"), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _articles.Dispose();
        _index.Dispose();
    }

    private static async Task<string[]> Articles(TestHost host, string query) =>
        [.. (await host.Client.GetJsonAsync($"/v1/search?q={query}")).Each("articles").Select(article => article.String("id")).Order(StringComparer.Ordinal)];

    private void Write(string name, string text) => File.WriteAllText(_articles.File(name), text);
}
