using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Web;

/// <summary>Articles and queries that try to be part of the page stay text.</summary>
public sealed class HostileTextTests : IClassFixture<HostileTextTests.HostileHost>
{
    private const string Script = "<script>alert(\"1\")</script>";
    private const string Image = "'\"><img src=x onerror=alert(1)>";
    private const string Body = "Maria O'Hara said that " + Script + " is & \"remains\" text for Vladivostok & others, " + Image + " included.";

    private readonly HttpClient _client;
    private readonly string _id;

    public HostileTextTests(HostileHost host)
    {
        _client = host.Client;
        _id = host.Id;
    }

    public static TheoryData<string> Queries => new(
        Script, Image, "\"" + Script, "headline:\"" + Script + "\"", "</code></title></textarea>" + Script, "'onfocus='alert(1)", "remains");

    [Fact]
    public async Task The_text_of_an_article_is_shown_as_it_is()
    {
        IDocument page = await _client.GetPageAsync($"/a/{_id}?q=remains");
        AssertHarmless(page);
        Assert.Equal($"Headline {Script} & {Image}", page.Text("h1"));
        Assert.Equal($"Headline {Script} & {Image} · Search", page.Title);
        Assert.Contains(Body, page.Texts(".paragraph p"));
        Assert.Equal("remains", page.Text("mark"));
        Assert.Contains($"Outlet {Image}", page.Texts(".source a"));
        // The address of the original leads nowhere but to the web.
        Assert.DoesNotContain(page.QuerySelectorAll("a"), link => link.TextContent == "Original");
    }

    [Fact]
    public async Task A_citation_is_shown_as_it_is()
    {
        string link = (await _client.GetPageAsync("/?q=remains")).Link(".hit a[data-cite]");
        IDocument page = await _client.GetPageAsync(link);
        AssertHarmless(page);
        Assert.Equal(Body, page.Text(".quoted p"));
        Assert.Contains(Script, page.QuerySelector("[data-format=plain]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("#original"));
    }

    [Fact]
    public async Task A_result_is_shown_as_it_is()
    {
        IDocument page = await _client.GetPageAsync("/?q=remains");
        AssertHarmless(page);
        Assert.Equal($"Headline {Script} & {Image}", page.Text(".article h2"));
        Assert.Equal(Body, page.QuerySelector(".snippet")!.TextContent);
        Assert.Equal("remains", page.Text("mark"));
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_query_is_shown_as_it_is_on_every_page(string query)
    {
        string q = Answers.Query(query);
        IDocument results = await _client.GetPageAsync($"/?q={q}&name={q}&place={q}&from=2020-01-01");
        AssertHarmless(results);
        Assert.Equal(query, results.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Contains($"name: {query} ×", results.Texts(".filter"));
        AssertHarmless(await _client.GetPageAsync($"/?q={q}&outlet={q}&from={q}", HttpStatusCode.BadRequest));
        AssertHarmless(await _client.GetPageAsync($"/?q={q}&sort={q}&mode={q}&boost={q}&cursor={q}", HttpStatusCode.BadRequest));
        IDocument article = await _client.GetPageAsync($"/a/{_id}/{q.Replace("%2F", "-", StringComparison.Ordinal)}?q={q}");
        AssertHarmless(article);
        Assert.Equal(query, article.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_broken_query_is_shown_as_it_is()
    {
        const string query = "(" + Script;
        IDocument page = await _client.GetPageAsync($"/?mode=strict&q={Answers.Query(query)}", HttpStatusCode.BadRequest);
        AssertHarmless(page);
    }

    [Fact]
    public async Task The_html_of_the_api_is_escaped_save_for_its_marks()
    {
        JsonElement answer = await _client.GetJsonAsync("/v1/search?q=remains");
        JsonElement snippet = answer.Each("articles").Each("paragraphs").Each("snippets").Single();
        Assert.Equal(Body, snippet.String("text"));
        IDocument html = new AngleSharp.Html.Parser.HtmlParser().ParseDocument($"<!DOCTYPE html><title>t</title><body>{snippet.String("html")}");
        AssertHarmless(html);
        Assert.Equal(Body, html.Body!.TextContent);
        Assert.Equal(["MARK"], html.Body.Children.Select(child => child.TagName));
    }

    [Fact]
    public async Task Problems_repeat_hostile_values_as_text_only()
    {
        JsonElement problem = await _client.GetProblemAsync($"/v1/search?sort={Answers.Query(Script)}");
        Assert.Contains(Script, problem.String("detail"), StringComparison.Ordinal);
        AssertHarmless(await _client.GetPageAsync($"/{Answers.Query(Script).Replace("%2F", "-", StringComparison.Ordinal)}", HttpStatusCode.NotFound));
    }

    private static void AssertHarmless(IDocument page)
    {
        Assert.Empty(page.QuerySelectorAll("script:not([src^='/search.js']), img, iframe, object, embed, style"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.DoesNotContain(page.QuerySelectorAll("[href]"), link => !link.GetAttribute("href")!.StartsWith('/') && !link.GetAttribute("href")!.StartsWith('#'));
    }

    /// <summary>A host over one article that is hostile in every field and in the name of its file.</summary>
    public sealed class HostileHost : IDisposable
    {
        private readonly TemporaryFolder _articles = new();
        private readonly TestHost _host;

        public HostileHost()
        {
            string json = JsonSerializer.Serialize(new
            {
                title = $"Headline {Script} & {Image}",
                outlet = $"Outlet {Image}",
                author = $"Anna {Script}",
                url = "javascript:alert(1)",
                text = Body + "\n\nA second paragraph that is there to follow the first one, and that says nothing more than this.",
            });
            File.WriteAllText(_articles.File("a<b>&\"'.jsonl"), json + "\n");
            _host = new TestHost(_articles.Path);
            Id = Client.GetJsonAsync("/v1/articles").GetAwaiter().GetResult().Each("articles").Single().String("id");
        }

        public HttpClient Client => _host.Client;

        public string Id { get; }

        public void Dispose()
        {
            _host.Dispose();
            _articles.Dispose();
        }
    }
}
