using System.Net;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Hosting;

/// <summary>Entity tags and 304, compression, timings, CORS, names of the host.</summary>
[Collection(Samples.Name)]
public sealed class RevalidationTests(SampleHost samples)
{
    [Theory]
    [InlineData("/v1/search?q=Kim&outlet=dailyO")]
    [InlineData("/v1/snippets?q=Kim")]
    [InlineData("/v1/suggest?q=vlad")]
    [InlineData("/v1/articles")]
    [InlineData("/?q=Kim")]
    [InlineData("/")]
    public async Task Who_has_the_answer_already_gets_304_without_a_body(string address)
    {
        string tag = await TagOf(address);
        Assert.StartsWith("W/\"", tag, StringComparison.Ordinal);
        using HttpResponseMessage again = await Get(address, ("If-None-Match", $"\"other\", {tag}"));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(tag, again.Headers.ETag?.ToString());
        using HttpResponseMessage other = await Get(address, ("If-None-Match", "\"other\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task A_tag_follows_from_the_request_and_not_from_the_order_of_its_parameters()
    {
        string tag = await TagOf("/v1/search?q=Kim&outlet=dailyO");
        Assert.Equal(tag, await TagOf("/v1/search?outlet=dailyO&q=Kim"));
        foreach (string other in new[] { "/v1/search?q=Kim", "/v1/search?q=kim&outlet=dailyO", "/v1/snippets?q=Kim&outlet=dailyO", "/v1/search?q=Kim&outlet=dailyO&limit=10" })
            Assert.NotEqual(tag, await TagOf(other));
    }

    [Theory]
    [InlineData("/v1/search?q=published:last-7d")]
    [InlineData("/v1/search?q=Kim&recency=1")]
    [InlineData("/v1/search?limit=0")]
    [InlineData("/v1/articles/none")]
    [InlineData("/nowhere")]
    [InlineData("/healthz/ready")]
    public async Task What_depends_on_the_time_and_what_is_no_answer_has_no_tag(string address)
    {
        using HttpResponseMessage response = await Get(address);
        Assert.Null(response.Headers.ETag);
    }

    [Theory]
    [InlineData("/v1/search?q=Kim", "gzip")]
    [InlineData("/v1/search?q=Kim", "br")]
    [InlineData("/?q=Kim", "br")]
    [InlineData("/v1/export?q=Kim", "gzip")]
    [InlineData("/site.css", "br")]
    public async Task Answers_are_compressed_for_who_can_read_that(string address, string encoding)
    {
        using HttpResponseMessage response = await Get(address, ("Accept-Encoding", encoding));
        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        using HttpResponseMessage plain = await Get(address);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task An_answer_tells_where_its_time_went()
    {
        using HttpResponseMessage response = await Get("/v1/search?q=Kim");
        Assert.Matches("^wait;dur=[0-9.]+, index;dur=[0-9.]+, total;dur=[0-9.]+$", Assert.Single(response.Headers.GetValues("Server-Timing")));
    }

    [Fact]
    public async Task Other_sites_may_not_read_unless_they_are_named()
    {
        using HttpResponseMessage closed = await Get("/v1/articles", ("Origin", "https://site.example"));
        Assert.False(closed.Headers.Contains("Access-Control-Allow-Origin"));
        using var host = new TestHost(RepositoryPaths.Seeds, index: null, ("cors-origins", "https://site.example"));
        Assert.Equal("https://site.example", await AllowedOrigin(host.Client, "https://site.example"));
        Assert.Null(await AllowedOrigin(host.Client, "https://other.example"));

        static async Task<string?> AllowedOrigin(HttpClient client, string origin)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/articles");
            request.Headers.Add("Origin", origin);
            using HttpResponseMessage response = await client.SendAsync(request);
            return response.Headers.TryGetValues("Access-Control-Allow-Origin", out IEnumerable<string>? values) ? values.Single() : null;
        }
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:5080", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    public async Task On_loopback_a_request_for_another_name_is_refused(string host, HttpStatusCode status)
    {
        using HttpResponseMessage response = await Get("/v1/articles", ("Host", host));
        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("/v1/search?q=Kim&mode=strict&outlets=dailyO&zone=1", "outlets", "zone")]
    [InlineData("/v1/export?q=Kim&mode=strict&limits=1", "limits", "")]
    public async Task Strict_mode_names_the_parameters_that_there_are_not(string address, string first, string second)
    {
        var problem = await samples.Client.GetProblemAsync(address);
        Assert.Equal(first, problem.String("parameter"));
        Assert.Contains($"\"{first}\"", problem.String("reason"), StringComparison.Ordinal);
        Assert.Contains(second, problem.String("reason"), StringComparison.Ordinal);
        using HttpResponseMessage lenient = await Get(address.Replace("strict", "lenient", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, lenient.StatusCode);
    }

    [Fact]
    public async Task Strict_mode_knows_its_own_parameters() =>
        await samples.Client.GetJsonAsync("/v1/search?q=Kim&mode=strict&limit=1&not-outlet=a&per-article=1&snippets=1&context=1&fold=none&recency=1&recency-days=2&feedback=true&explain=true&boost=names:1");

    private async Task<string> TagOf(string address)
    {
        using HttpResponseMessage response = await Get(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.Headers.ETag!.ToString();
    }

    private async Task<HttpResponseMessage> Get(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await samples.Client.SendAsync(request);
    }
}
