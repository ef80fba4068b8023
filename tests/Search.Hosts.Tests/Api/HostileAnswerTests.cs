using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Api;

/// <summary>Articles and queries that try to be markup, formulas or fields of their own stay text in every answer.</summary>
public sealed class HostileAnswerTests : IClassFixture<HostileAnswerTests.HostileHost>
{
    private const string Script = "<script>alert(\"1\")</script>";
    private const string Formula = "=HYPERLINK(\"https://evil.example\")";
    private const string Body = "Maria O'Hara said that " + Script + " </mark><b>is</b> & \"remains\" text for Vladivostok.\nER  - ";

    private static readonly string[] NeverPages = ["application/json", "application/problem+json", "application/jsonl", "text/csv", "text/plain", "text/markdown",
        "application/x-research-info-systems", "application/x-bibtex", "application/vnd.citationstyles.csl+json"];

    private readonly HttpClient _client;
    private readonly string _id;
    private readonly string _key;

    public HostileAnswerTests(HostileHost host)
    {
        _client = host.Client;
        _id = host.Id;
        _key = host.Key;
    }

    [Fact]
    public async Task The_html_of_every_answer_is_its_text_with_marks_and_nothing_else()
    {
        string[] addresses = ["/v1/search?q=remains&context=1", "/v1/snippets?q=remains", $"/v1/articles/{_id}?q=remains", $"/v1/articles/{_id}/paragraphs/{_key}?q=remains"];
        foreach (string address in addresses)
        {
            (string Text, string Html)[] all = [.. Marked(await _client.GetJsonAsync(address))];
            Assert.NotEmpty(all);
            foreach ((string text, string html) in all)
            {
                IElement shown = new HtmlParser().ParseDocument($"<body>{html}").Body!;
                Assert.Equal(text, shown.TextContent);
                Assert.All(shown.QuerySelectorAll("*"), element => Assert.Equal(("mark", 0), (element.LocalName, element.Attributes.Length)));
            }
            Assert.Contains(all, entry => entry.Html.Contains("<mark>remains</mark>", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task No_answer_can_be_taken_for_a_page()
    {
        string q = Answers.Query(Script);
        string[] addresses =
        [
            $"/v1/search?q={q}", $"/v1/search?q={q}&sort={q}", $"/v1/suggest?q={q}", $"/v1/suggest?q={q}&limit={q}", $"/v1/articles/{q}", $"/v1/search?cursor={q}",
            .. new[] { "jsonl", "csv", "ris", "bib", "csl", "md" }.Select(format => $"/v1/export?q=remains&format={format}"),
            .. new[] { "plain", "markdown", "ris", "bibtex", "csl-json" }.Select(format => $"/v1/articles/{_id}/paragraphs/{_key}/citation?format={format}"),
        ];
        foreach (string address in addresses)
        {
            using HttpResponseMessage response = await _client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Contains(response.Content.Headers.ContentType?.MediaType, NeverPages);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.StartsWith("default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_table_has_no_formula_and_a_list_of_references_no_foreign_field()
    {
        string csv = await _client.GetStringAsync(new Uri("/v1/export?q=remains&format=csv", UriKind.Relative));
        Assert.Contains(",\"'=HYPERLINK(\"\"https://evil.example\"\")\",", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=", csv, StringComparison.Ordinal);
        string ris = await _client.GetStringAsync(new Uri("/v1/export?q=remains&format=ris", UriKind.Relative));
        Assert.Single(ris.Split("\r\n"), line => line.StartsWith("ER  - ", StringComparison.Ordinal));
        Assert.Single(ris.Split("\r\n"), line => line.StartsWith("TY  - ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_suggestion_is_the_text_as_it_stands()
    {
        JsonElement[] suggestions = [.. (await _client.GetJsonAsync("/v1/suggest?q=%3DHYPER")).Each("suggestions")];
        Assert.Contains(Formula, suggestions.Select(suggestion => suggestion.String("text")));
    }

    private static IEnumerable<(string Text, string Html)> Marked(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Marked),
        JsonValueKind.Object => (value.TryGetProperty("html", out JsonElement html) ? [(value.String("text"), html.GetString()!)] : Array.Empty<(string, string)>())
            .Concat(value.EnumerateObject().SelectMany(member => Marked(member.Value))),
        _ => [],
    };

    /// <summary>A host over one article that is hostile in every field and in the name of its file.</summary>
    public sealed class HostileHost : IDisposable
    {
        private readonly TemporaryFolder _articles = new();
        private readonly TestHost _host;

        public HostileHost()
        {
            string json = JsonSerializer.Serialize(new { title = Formula, outlet = $"Outlet {Script}", author = $"@Anna {Script}", url = "javascript:alert(1)", text = Body });
            File.WriteAllText(_articles.File("a<b>&\"'.jsonl"), json + "\n");
            _host = new TestHost(_articles.Path);
            Id = Client.GetJsonAsync("/v1/articles").GetAwaiter().GetResult().Each("articles").Single().String("id");
            Key = Client.GetJsonAsync($"/v1/articles/{Id}").GetAwaiter().GetResult().Each("paragraphs").First().String("key");
        }

        public HttpClient Client => _host.Client;

        public string Id { get; }

        public string Key { get; }

        public void Dispose()
        {
            _host.Dispose();
            _articles.Dispose();
        }
    }
}
