using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Api;

/// <summary><c>PUT</c>, <c>DELETE /v1/articles/{id}</c> and <c>POST /v1/articles</c>.</summary>
public sealed class WritingTests : IDisposable
{
    private const string Walruses = """
        { "headline": "Walruses <b>return</b>", "text": "For the first time in ten years walruses rest in the bay.\n\nNobody knows why they came.",
          "outlet": "Wire", "authors": ["Anna Smith"], "published": "2026-11-20T08:00:00Z", "url": "https://wire.example/walruses", "language": "en" }
        """;

    private readonly TemporaryFolder _articles = new();
    private readonly TestKeys _keys = new();
    private readonly TestHost _host;

    public WritingTests()
    {
        File.WriteAllText(_articles.File("a.txt"), "A single article that has a single paragraph about apples and about pears.");
        string admin = _keys.Add("admin");
        _host = new TestHost(_articles.Path, index: null, ("keys", _keys.Path), ("max-article-bytes", "2000"));
        _host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", admin);
    }

    [Fact]
    public async Task An_article_is_added_replaced_found_and_deleted()
    {
        using HttpResponseMessage added = await Send(HttpMethod.Put, "/v1/articles/w-1", Walruses);
        Assert.Equal((HttpStatusCode.Created, "/v1/articles/w-1"), (added.StatusCode, added.Headers.Location?.OriginalString));
        Assert.Equal("added", (await Json(added)).String("status"));
        using HttpResponseMessage unchanged = await Send(HttpMethod.Put, "/v1/articles/w-1", Walruses);
        Assert.Equal((HttpStatusCode.OK, "unchanged"), (unchanged.StatusCode, (await Json(unchanged)).String("status")));

        JsonElement hit = (await _host.Client.GetJsonAsync("/v1/search?q=walruses&outlet=Wire&month=2026-11")).Each("articles").Single();
        Assert.Equal(("w-1", "Walruses <b>return</b>", "https://wire.example/walruses"), (hit.String("id"), hit.String("headline"), hit.String("url")));

        using HttpResponseMessage replaced = await Send(HttpMethod.Put, "/v1/articles/w-1", Walruses.Replace("walruses rest", "seals rest", StringComparison.Ordinal));
        Assert.Equal("replaced", (await Json(replaced)).String("status"));
        Assert.Equal(1, (await _host.Client.GetJsonAsync("/v1/search?q=seals")).GetProperty("total").GetProperty("articles").GetInt32());

        using HttpResponseMessage deleted = await Send(HttpMethod.Delete, "/v1/articles/w-1", null);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        using HttpResponseMessage gone = await Send(HttpMethod.Delete, "/v1/articles/w-1", null);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        await _host.Client.GetProblemAsync("/v1/articles/w-1", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("w-1", "nonsense")]
    [InlineData("w-1", "null")]
    [InlineData("w-1", "{}")]
    [InlineData("w-1", """{ "text": "   " }""")]
    [InlineData("w-1", """{ "id": "other", "text": "Some text." }""")]
    [InlineData("w-1", """{ "text": "Some text.", "url": "javascript:alert(1)" }""")]
    [InlineData("w-1", """{ "text": "Some text.", "published": "yesterday" }""")]
    [InlineData("w%20x", """{ "text": "Some text." }""")]
    [InlineData("..%2Fx", """{ "text": "Some text." }""")]
    [InlineData(".hidden", """{ "text": "Some text." }""")]
    public async Task What_is_no_article_is_refused_with_the_reason(string id, string body)
    {
        using HttpResponseMessage response = await Send(HttpMethod.Put, $"/v1/articles/{id}", body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEmpty((await Json(response)).String("reason"));
        Assert.Equal(1, (await _host.Client.GetJsonAsync("/v1/articles")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Another_media_type_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/v1/articles/w-1") { Content = new StringContent(Walruses, Encoding.UTF8, "text/plain") };
        using HttpResponseMessage response = await _host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task Of_a_list_each_line_is_answered_and_a_bad_one_harms_no_other()
    {
        string lines = string.Join(
            '\n',
            """{ "id": "b-1", "text": "The first text is about bananas." }""",
            """{ "id": "b-2", "text": """,
            "",
            """{ "text": "No id." }""",
            """{ "id": "b/../3", "text": "A bad id." }""",
            $$"""{ "id": "b-4", "text": "{{new string('x', 3000)}}" }""",
            """{ "id": "b-5", "text": "The last text is about bananas too." }""");
        using HttpResponseMessage response = await Send(HttpMethod.Post, "/v1/articles", lines, "application/jsonl");
        Assert.Equal("application/jsonl", response.Content.Headers.ContentType?.MediaType);
        JsonElement[] results = [.. (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal([1, 2, 4, 5, 6, 7], results.Select(result => result.GetProperty("line").GetInt32()));
        Assert.Equal(["added", "rejected", "rejected", "rejected", "rejected", "added"], results.Select(result => result.String("status")));
        Assert.All(results, result => Assert.Equal(result.String("status") == "rejected", result.GetProperty("reason").ValueKind == JsonValueKind.String));
        Assert.Equal(2, (await _host.Client.GetJsonAsync("/v1/search?q=bananas")).GetProperty("total").GetProperty("articles").GetInt32());
    }

    [Fact]
    public async Task Of_a_list_each_line_says_whether_the_article_was_added_replaced_or_there()
    {
        const string Before = """{ "id": "s-1", "text": "A text about plums." }""";
        string lines = string.Join('\n', Before, """{ "id": "s-2", "text": "First." }""", """{ "id": "s-2", "text": "Second." }""");
        Assert.Equal(["added", "superseded", "added"], await Statuses(lines));
        Assert.Equal(["unchanged", "replaced"], await Statuses(string.Join('\n', Before, """{ "id": "s-2", "text": "Third." }""")));

        async Task<string[]> Statuses(string list)
        {
            using HttpResponseMessage response = await Send(HttpMethod.Post, "/v1/articles", list, "application/jsonl");
            return [.. (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.String("status")!)];
        }
    }

    [Fact]
    public async Task A_list_of_many_lines_in_odd_pieces_is_read_whole()
    {
        string[] lines = [.. Enumerable.Range(0, 1203).Select(number => $$"""{"id":"m-{{number}}","text":"Text number {{number}} is about cherries."}""")];
        using var content = new StreamContent(new OddPieces(Encoding.UTF8.GetBytes(string.Join("\r\n", lines))));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using HttpResponseMessage response = await _host.Client.PostAsync(new Uri("/v1/articles", UriKind.Relative), content);
        string[] results = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lines.Length, results.Count(result => result.Contains("\"added\"", StringComparison.Ordinal)));
        Assert.Equal(lines.Length, (await _host.Client.GetJsonAsync("/v1/search?q=cherries&fold=none&limit=1")).GetProperty("total").GetProperty("articles").GetInt32());
    }

    public void Dispose()
    {
        _host.Dispose();
        _keys.Dispose();
        _articles.Dispose();
    }

    private static async Task<JsonElement> Json(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, string address, string? body, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, mediaType);
        return await _host.Client.SendAsync(request);
    }

    private sealed class OddPieces(byte[] bytes) : MemoryStream(bytes)
    {
        private int _next = 1;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _next = ((_next * 7) % 1009) + 1;
            return base.ReadAsync(buffer[..Math.Min(buffer.Length, _next)], cancellationToken);
        }
    }
}
