using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Web;

/// <summary>The article page over the samples.</summary>
[Collection(Samples.Name)]
public sealed class ArticlePageTests(SampleHost samples)
{
    private readonly HttpClient _client = samples.Client;
    private readonly string _id = SampleHost.IdOf("003");

    [Fact]
    public async Task The_header_is_that_of_the_text()
    {
        IDocument page = await _client.GetPageAsync($"/a/{_id}");
        Assert.Equal("What did Kim Jong Un do in Russia for 6 days?", page.Text("h1"));
        Assert.StartsWith("What did Kim Jong Un do", page.Title, StringComparison.Ordinal);
        Assert.Equal("2023-09-18T12:30:00+00:00", page.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal("18 September 2023, 12:30 (no zone given)", page.Text("time"));
        Assert.Equal("/?q=&outlet=dailyO", page.Link(".source a"));
    }

    [Fact]
    public async Task Every_match_of_the_query_is_marked_and_counted()
    {
        IDocument page = await _client.GetPageAsync($"/a/{_id}?q=%22Kim+Jong+Un%22+OR+train");
        string[] marks = page.Texts("mark");
        string text = string.Join(' ', page.QuerySelectorAll(".paragraph").Select(TextOf));
        Assert.Equal(Count(text, "Kim Jong Un") + Count(text, "train"), marks.Length);
        Assert.Equal(["Kim Jong Un", "train"], marks.Select(mark => mark.Replace("’s", "", StringComparison.Ordinal).Replace("'s", "", StringComparison.Ordinal)).Distinct());
        Assert.Equal($"{marks.Length} matches", page.Text(".matches p"));
        Assert.Equal("/?q=%22Kim%20Jong%20Un%22%20OR%20train", page.Link(".matches .back"));
    }

    [Fact]
    public async Task Without_a_query_nothing_is_marked() =>
        Assert.Empty((await _client.GetPageAsync($"/a/{_id}")).QuerySelectorAll("mark"));

    [Fact]
    public async Task Furniture_is_shown_greyed_with_its_reason_and_never_as_a_paragraph()
    {
        IDocument page = await _client.GetPageAsync($"/a/{_id}");
        IElement advertisement = page.QuerySelectorAll(".furniture").First(piece => piece.TextContent.Trim() == "Advertisement");
        Assert.Contains("advertisement", advertisement.GetAttribute("title"), StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll(".furniture"), piece => Assert.NotEmpty(piece.GetAttribute("title")!));
        Assert.DoesNotContain("Advertisement", page.Texts(".paragraph p"));
    }

    [Fact]
    public async Task Every_paragraph_is_shown_once_and_in_order_with_its_permalink()
    {
        IDocument page = await _client.GetPageAsync($"/a/{_id}");
        var article = await _client.GetJsonAsync($"/v1/articles/{_id}");
        string[] keys = [.. article.Each("paragraphs").Select(paragraph => paragraph.String("key"))];
        Assert.Equal(keys, page.QuerySelectorAll(".paragraph").Select(paragraph => paragraph.Id!));
        Assert.Equal(keys.Select(key => $"/a/{_id}/{key}"), page.QuerySelectorAll(".permalink").Select(link => link.GetAttribute("href")!));
        Assert.Equal(article.Each("paragraphs").Select(paragraph => paragraph.String("text")), page.QuerySelectorAll(".paragraph").Select(TextOf));
    }

    [Fact]
    public async Task A_result_leads_to_its_paragraph_which_takes_the_focus()
    {
        IDocument results = await _client.GetPageAsync("/?q=%22Farewell+of+Slavianka%22");
        string link = results.Link(".snippet a");
        IDocument page = await _client.GetPageAsync(link);
        IElement target = Assert.Single(page.QuerySelectorAll(".target"));
        Assert.StartsWith($"/a/{_id}/{target.Id}?q=", link, StringComparison.Ordinal);
        Assert.True(target.HasAttribute("autofocus"));
        Assert.Equal("-1", target.GetAttribute("tabindex"));
        Assert.Equal("Farewell of Slavianka", target.Text("mark"));
        Assert.Empty(page.QuerySelectorAll(".notice"));
    }

    [Fact]
    public async Task Matches_are_numbered_and_lead_to_one_another_in_a_ring()
    {
        IDocument page = await _client.GetPageAsync($"/a/{_id}?q=train&sort=newest&name=Kim+Jong+Un");
        string[] marks = [.. page.QuerySelectorAll("mark").Select(mark => mark.Id!)];
        Assert.Equal(Enumerable.Range(1, marks.Length).Select(number => $"m{number}"), marks);
        Assert.Empty(page.QuerySelectorAll("mark.here"));
        for (var number = 1; number <= marks.Length; number++)
        {
            string next = page.Link(".matches a[rel=next]");
            Assert.EndsWith($"match={number}#m{number}", next, StringComparison.Ordinal);
            page = await _client.GetPageAsync(next);
            Assert.Equal($"m{number}", Assert.Single(page.QuerySelectorAll("mark.here")).Id);
            Assert.Equal($"Match {number} of {marks.Length}", page.Text(".matches p"));
            Assert.Equal("/?q=train&name=Kim%20Jong%20Un&sort=newest", page.Link(".matches .back"));
        }
        Assert.EndsWith("#m1", page.Link(".matches a[rel=next]"), StringComparison.Ordinal);
        page = await _client.GetPageAsync($"/a/{_id}?q=train");
        Assert.EndsWith($"#m{marks.Length}", page.Link(".matches a[rel=prev]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("999")]
    [InlineData("-1")]
    [InlineData("x")]
    public async Task A_match_that_there_cannot_be_opens_the_article_all_the_same(string match) =>
        Assert.NotEmpty((await _client.GetPageAsync($"/a/{_id}?q=train&match={match}")).QuerySelectorAll("mark"));

    [Fact]
    public async Task A_paragraph_is_cited_in_every_format_with_its_permalink()
    {
        var article = await _client.GetJsonAsync($"/v1/articles/{_id}");
        JsonElement paragraph = article.Each("paragraphs").ElementAt(3);
        IDocument page = await _client.GetPageAsync($"/a/{_id}/{paragraph.String("key")}/cite?q=train");
        Assert.Equal(paragraph.String("text"), page.Text(".quoted p"));
        Assert.Equal($"http://localhost/a/{_id}/{paragraph.String("key")}", page.Text("#permalink"));
        Assert.Equal(["plain", "markdown", "ris", "bibtex", "csl-json"], page.QuerySelectorAll("[data-format]").Select(format => format.GetAttribute("data-format")!));
        Assert.All(page.Texts("[data-format]"), text => Assert.Contains(page.Text("#permalink"), text, StringComparison.Ordinal));
        Assert.Equal($"/a/{_id}/{paragraph.String("key")}?q=train", page.Link(".back a"));
        await _client.GetPageAsync($"/a/no-such-article/{paragraph.String("key")}/cite", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_key_that_is_not_there_opens_the_closest_paragraph_and_says_so()
    {
        var article = await _client.GetJsonAsync($"/v1/articles/{_id}");
        string key = article.Each("paragraphs").ElementAt(7).String("key");
        string changed = key[..^2] + (key[^2] == '0' ? '1' : '0') + key[^1];
        IDocument page = await _client.GetPageAsync($"/a/{_id}/{changed}");
        Assert.Equal(key, Assert.Single(page.QuerySelectorAll(".target")).Id);
        Assert.Contains("closest", page.Text(".notice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_that_asks_too_much_leaves_the_article_readable()
    {
        IDocument page = await _client.GetPageAsync($"/a/{_id}?q={new string('a', 9000)}", HttpStatusCode.BadRequest);
        Assert.NotEmpty(page.QuerySelectorAll(".paragraph"));
        Assert.Contains("at most 8192", page.Text(".notice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_without_a_headline_is_called_by_its_first_words()
    {
        IDocument page = await _client.GetPageAsync($"/a/{SampleHost.IdOf("000")}");
        Assert.EndsWith("…", page.Text("h1"), StringComparison.Ordinal);
        Assert.StartsWith(page.Text("h1").TrimEnd('…'), page.Texts(".paragraph p")[0], StringComparison.Ordinal);
    }

    // A subheading is shown by itself.
    private static string TextOf(IElement paragraph) => string.Join(' ', paragraph.QuerySelectorAll("h2, p").Select(part => part.TextContent));

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
