using System.Net;
using System.Net.Sockets;
using System.Text;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Hosting;

/// <summary>What the host tells about itself.</summary>
public sealed class TelemetryTests : IDisposable
{
    private readonly TemporaryFolder _articles = new();

    public TelemetryTests() => File.WriteAllText(_articles.File("a.txt"), "A single article that has a single paragraph about apples and about pears.");

    [Fact]
    public async Task Metrics_are_in_the_format_of_Prometheus_and_count_what_was_asked()
    {
        using var host = new TestHost(_articles.Path);
        for (var i = 0; i < 3; i++)
            await host.Client.GetJsonAsync("/v1/search?q=apples");
        await host.Client.GetProblemAsync("/v1/search?q=(a&mode=strict"); // which asks twice
        string text = await host.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        // name{label="value",…} number
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Matches("""^(# (HELP|TYPE) [a-zA-Z_][a-zA-Z0-9_]* .*|[a-zA-Z_][a-zA-Z0-9_]*(\{([a-zA-Z_][a-zA-Z0-9_]*="[^"]*",?)+\})? -?([0-9.E+-]+|Infinity|NaN))$""", line);
        Assert.Contains("search_index_articles 1\n", text, StringComparison.Ordinal);
        Assert.Contains("search_operation_duration_seconds_count{operation=\"search\",outcome=\"refused\"} 2\n", text, StringComparison.Ordinal);
        Assert.Matches("(?m)^search_operation_duration_seconds_bucket\\{operation=\"search\",outcome=\"done\",le=\"\\+Inf\"\\} 4$", text); // with the one that warms up
        long[] buckets = [.. text.Split('\n')
            .Where(line => line.StartsWith("search_operation_duration_seconds_bucket{operation=\"search\",outcome=\"done\"", StringComparison.Ordinal))
            .Select(line => long.Parse(line[(line.LastIndexOf(' ') + 1)..]))];
        Assert.NotEmpty(buckets);
        Assert.Equal(buckets.Order(), buckets);
        Assert.Contains("http_server_request_duration_seconds_count{", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Traces_and_metrics_are_sent_where_the_setting_says()
    {
        using var collector = new TcpListener(IPAddress.Loopback, 0);
        collector.Start();
        Task<string[]> received = Receive(collector, count: 2);
        using (var host = new TestHost(_articles.Path, index: null, ("otlp-endpoint", $"http://{collector.LocalEndpoint}")))
            await host.Client.GetJsonAsync("/v1/search?q=apples");
        string[] requests = await received.WaitAsync(TimeSpan.FromSeconds(60)); // stopping sends what is left
        Assert.Equal(["POST /v1/metrics HTTP/1.1", "POST /v1/traces HTTP/1.1"], requests.Order(StringComparer.Ordinal));
    }

    public void Dispose() => _articles.Dispose();

    // First lines of so many requests, each answered with nothing.
    private static async Task<string[]> Receive(TcpListener collector, int count)
    {
        var lines = new HashSet<string>(StringComparer.Ordinal);
        while (lines.Count < count)
        {
            using TcpClient client = await collector.AcceptTcpClientAsync();
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            lines.Add(await reader.ReadLineAsync() ?? "");
            var length = 0;
            while (await reader.ReadLineAsync() is { Length: > 0 } header)
            {
                if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                    length = int.Parse(header["Content-Length:".Length..]);
            }
            var body = new char[length];
            await reader.ReadBlockAsync(body);
            await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
        }
        return [.. lines];
    }
}
