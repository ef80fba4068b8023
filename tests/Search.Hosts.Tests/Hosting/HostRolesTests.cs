using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Hosting;

/// <summary>Roles, sizes and slowness, on the host as a process.</summary>
public sealed class HostRolesTests : IDisposable
{
    private const string AnyPort = "http://127.0.0.1:0";

    private readonly TemporaryFolder _root = new();
    private readonly TestKeys _keys = new();

    public HostRolesTests()
    {
        Directory.CreateDirectory(_root.File("seeds"));
        File.WriteAllText(_root.File("seeds/a.txt"), "A single article that has a single paragraph about apples and about pears.");
    }

    [Fact]
    public async Task One_process_writes_and_another_serves_what_it_has_committed()
    {
        string admin = _keys.Add("admin");
        using HostProcess indexing = await HostProcess.StartAsync(_root.Path, ["--role", "index", "--urls", AnyPort, "--keys", _keys.Path]);
        using HostProcess serving = await HostProcess.StartAsync(_root.Path, ["--role", "serve", "--urls", AnyPort, "--keys", _keys.Path]);
        Assert.Equal(1, (await serving.Client.GetJsonAsync("/v1/search?q=apples")).GetProperty("total").GetProperty("articles").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await indexing.Client.GetAsync(new Uri("/v1/search?q=apples", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await Put(serving, admin, "b", "Text about bananas.")).StatusCode);

        using HttpResponseMessage written = await Put(indexing, admin, "b", "Text about bananas.");
        Assert.Equal(HttpStatusCode.Created, written.StatusCode);
        using var document = JsonDocument.Parse(await written.Content.ReadAsStringAsync());
        long generation = document.RootElement.GetProperty("generation").GetInt64();
        while ((await serving.Client.GetJsonAsync("/healthz/ready")).GetProperty("generation").GetInt64() < generation)
            await Task.Yield(); // the other process looks for commits by itself
        Assert.Equal(1, (await serving.Client.GetJsonAsync("/v1/search?q=bananas")).GetProperty("total").GetProperty("articles").GetInt32());
    }

    [Fact]
    public async Task Too_large_and_too_slow_requests_end_and_others_are_served_on()
    {
        string admin = _keys.Add("admin");
        using HostProcess host = await HostProcess.StartAsync(
            _root.Path, ["--urls", AnyPort, "--keys", _keys.Path, "--max-article-bytes", "2000", "--slow-client-seconds", "1"]);
        using HttpResponseMessage article = await Put(host, admin, "b", new string('x', 3000));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, article.StatusCode);
        Assert.Equal("application/problem+json", article.Content.Headers.ContentType?.MediaType);
        using HttpResponseMessage address = await host.Client.GetAsync(new Uri($"/v1/search?q={new string('a', 200_000)}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.RequestUriTooLong, address.StatusCode);

        // Half a request, and then nothing: the host ends the connection, which the client sees as the end of the stream.
        using var slow = new TcpClient();
        await slow.ConnectAsync(IPAddress.Loopback, host.Url.Port);
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET /v1/search?q=a HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var buffer = new byte[4096];
        while (await slow.GetStream().ReadAsync(buffer, patience.Token) > 0)
            Assert.StartsWith("HTTP/1.1 408", Encoding.ASCII.GetString(buffer, 0, 12), StringComparison.Ordinal);
        Assert.Equal(1, (await host.Client.GetJsonAsync("/v1/search?q=apples")).GetProperty("total").GetProperty("articles").GetInt32());
    }

    public void Dispose()
    {
        _keys.Dispose();
        _root.Dispose();
    }

    private static async Task<HttpResponseMessage> Put(HostProcess host, string key, string id, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/v1/articles/{id}");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        request.Content = new StringContent(JsonSerializer.Serialize(new { text }), Encoding.UTF8, "application/json");
        return await host.Client.SendAsync(request);
    }
}
