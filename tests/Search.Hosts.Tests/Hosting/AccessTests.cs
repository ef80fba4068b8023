using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Hosting;

/// <summary>Who may read and who may write.</summary>
public sealed class AccessTests : IClassFixture<AccessTests.Hosts>
{
    private readonly Hosts _hosts;

    public AccessTests(Hosts hosts) => _hosts = hosts;

    [Theory]
    [InlineData("/v1/search?q=apples")]
    [InlineData("/v1/export")]
    [InlineData("/v1/articles")]
    public async Task Where_there_are_search_keys_reading_needs_a_key(string address)
    {
        using HttpResponseMessage none = await Send(_hosts.Closed, HttpMethod.Get, address, null);
        Assert.Equal(HttpStatusCode.Unauthorized, none.StatusCode);
        Assert.Equal("Bearer", none.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal("application/problem+json", none.Content.Headers.ContentType?.MediaType);
        foreach (string key in new[] { _hosts.SearchKey, _hosts.AdminKey })
        {
            using HttpResponseMessage given = await Send(_hosts.Closed, HttpMethod.Get, address, key);
            Assert.Equal(HttpStatusCode.OK, given.StatusCode);
        }
    }

    [Fact]
    public async Task A_key_may_stand_in_a_header_of_its_own_or_for_pages_be_a_password()
    {
        using var own = new HttpRequestMessage(HttpMethod.Get, "/v1/articles");
        own.Headers.Add("X-Api-Key", _hosts.SearchKey);
        Assert.Equal(HttpStatusCode.OK, (await _hosts.Closed.SendAsync(own)).StatusCode);

        using HttpResponseMessage page = await Send(_hosts.Closed, HttpMethod.Get, "/?q=apples", null);
        Assert.Equal(HttpStatusCode.Unauthorized, page.StatusCode);
        Assert.Equal("Basic", page.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        using HttpRequestMessage password = Basic(HttpMethod.Get, "/?q=apples", _hosts.SearchKey);
        Assert.Equal(HttpStatusCode.OK, (await _hosts.Closed.SendAsync(password)).StatusCode);
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("search_00000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_wrong_key_is_refused_also_where_none_is_needed(string key)
    {
        using HttpResponseMessage closed = await Send(_hosts.Closed, HttpMethod.Get, "/v1/articles", key);
        Assert.Equal(HttpStatusCode.Unauthorized, closed.StatusCode);
        using HttpResponseMessage open = await Send(_hosts.Open, HttpMethod.Get, "/v1/articles", key);
        Assert.Equal(HttpStatusCode.Unauthorized, open.StatusCode);
    }

    [Fact]
    public async Task A_key_in_the_address_counts_for_nothing()
    {
        using HttpResponseMessage response = await Send(_hosts.Closed, HttpMethod.Get, $"/v1/articles?key={_hosts.SearchKey}&api_key={_hosts.SearchKey}", null);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("PUT", "/v1/articles/x")]
    [InlineData("DELETE", "/v1/articles/x")]
    [InlineData("POST", "/v1/articles")]
    public async Task Writing_needs_an_admin_key_everywhere(string method, string address)
    {
        foreach (HttpClient host in new[] { _hosts.Closed, _hosts.Open })
        {
            using HttpResponseMessage none = await Send(host, new HttpMethod(method), address, null);
            Assert.Equal(HttpStatusCode.Unauthorized, none.StatusCode);
            Assert.Contains("keys create --role admin", (await Problem(none)).String("reason"), StringComparison.Ordinal);
        }
        using HttpResponseMessage search = await Send(_hosts.Closed, new HttpMethod(method), address, _hosts.SearchKey);
        Assert.Equal(HttpStatusCode.Forbidden, search.StatusCode);
        Assert.NotEmpty((await Problem(search)).String("reason"));
        // A browser sends a password by itself, also when another site asks it to.
        using HttpRequestMessage password = Basic(new HttpMethod(method), address, _hosts.AdminKey);
        Assert.Equal(HttpStatusCode.Forbidden, (await _hosts.Closed.SendAsync(password)).StatusCode);
    }

    [Fact]
    public async Task Health_is_open_and_metrics_are_for_this_machine_or_an_admin()
    {
        Assert.Equal(HttpStatusCode.OK, (await Send(_hosts.Closed, HttpMethod.Get, "/healthz/ready", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Send(_hosts.Closed, HttpMethod.Get, "/metrics", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendForwarded(null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendForwarded(_hosts.SearchKey)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendForwarded(_hosts.AdminKey)).StatusCode);

        async Task<HttpResponseMessage> SendForwarded(string? key)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
            request.Headers.Add("X-Forwarded-For", "192.0.2.1");
            if (key is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            return await _hosts.Closed.SendAsync(request);
        }
    }

    private static HttpRequestMessage Basic(HttpMethod method, string address, string key)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"anybody:{key}")));
        if (method != HttpMethod.Get)
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        return request;
    }

    private static async Task<HttpResponseMessage> Send(HttpClient host, HttpMethod method, string address, string? key)
    {
        using var request = new HttpRequestMessage(method, address);
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        if (method != HttpMethod.Get)
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        return await host.SendAsync(request);
    }

    private static async Task<JsonElement> Problem(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    /// <summary>A host with a search key and an admin key, and one without any.</summary>
    public sealed class Hosts : IDisposable
    {
        private readonly TemporaryFolder _articles = new();
        private readonly TestKeys _keys = new();
        private readonly TestHost _closed;
        private readonly TestHost _open;

        public Hosts()
        {
            File.WriteAllText(_articles.File("a.txt"), "A single article that has a single paragraph about apples and about pears.");
            SearchKey = _keys.Add("search");
            AdminKey = _keys.Add("admin");
            _closed = new TestHost(_articles.Path, index: null, ("keys", _keys.Path));
            _open = new TestHost(_articles.Path, index: null, ("keys", _articles.File("no-such-file")));
        }

        public string SearchKey { get; }

        public string AdminKey { get; }

        public HttpClient Closed => _closed.Client;

        public HttpClient Open => _open.Client;

        public void Dispose()
        {
            _closed.Dispose();
            _open.Dispose();
            _keys.Dispose();
            _articles.Dispose();
        }
    }
}
