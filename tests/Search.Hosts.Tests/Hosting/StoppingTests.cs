using System.Net;
using System.Text;
using System.Text.Json;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Hosting;

/// <summary>How a host process ends, and what its log looks like to a program.</summary>
public sealed class StoppingTests : IDisposable
{
    private readonly TemporaryFolder _root = new();

    [Fact]
    public async Task A_request_that_is_under_way_is_finished_before_the_host_stops()
    {
        Directory.CreateDirectory(_root.File("seeds"));
        File.WriteAllText(_root.File("seeds/a.txt"), "A walrus rests in the bay.\n");
        using HostProcess host = await HostProcess.StartAsync(_root.Path, ["--urls", "http://127.0.0.1:0", "--watch", "false"]);
        var body = new TwoPieces("{\"questions\":[\"walrus\",", "\"bay\"]}");
        using HttpClient client = Patient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Url, "/v1/questions")) { Content = body };
        request.Headers.ExpectContinue = true;
        Task<HttpResponseMessage> answer = client.SendAsync(request);
        await body.FirstSent;
        host.Terminate();
        await host.WaitForLogAsync("shutting down");
        body.SendRest();
        using HttpResponseMessage response = await answer;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(2, (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(0, await host.WaitForExitAsync());
    }

    [Fact]
    public async Task The_log_is_a_line_of_JSON_for_each_event_where_that_is_asked_for()
    {
        (int exitCode, string log) = await HostProcess.RunToEndAsync(_root.Path, "--urls", "http://0.0.0.0:0", "--log-format", "json");
        Assert.Equal(1, exitCode);
        JsonElement[] events = [.. log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        JsonElement refusal = Assert.Single(events, line => line.GetProperty("LogLevel").GetString() == "Error");
        Assert.Contains("can be reached by other machines", refusal.GetProperty("Message").GetString(), StringComparison.Ordinal);
        Assert.Equal("http://0.0.0.0:0", refusal.GetProperty("State").GetProperty("Url").GetString());
        Assert.All(events, line => Assert.EndsWith("Z", line.GetProperty("Timestamp").GetString(), StringComparison.Ordinal));
    }

    public void Dispose() => _root.Dispose();

    // A client that sends no body before the host asks for it: a connection whose request the host has not begun to read may be closed by
    // one that stops, so a body that was merely sent proves nothing.
    private static HttpClient Patient() => new(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) });

    // A body whose end waits.
    private sealed class TwoPieces : HttpContent
    {
        private readonly byte[] _first;
        private readonly byte[] _rest;
        private readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TwoPieces(string first, string rest)
        {
            (_first, _rest) = (Encoding.UTF8.GetBytes(first), Encoding.UTF8.GetBytes(rest));
            Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue("application/json");
        }

        public Task FirstSent => _sent.Task;

        public void SendRest() => _go.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_first);
            await stream.FlushAsync();
            _sent.SetResult();
            await _go.Task;
            await stream.WriteAsync(_rest);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
