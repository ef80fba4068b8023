using System.Net;
using AngleSharp.Dom;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Web;

/// <summary>The search page over the samples.</summary>
[Collection(Samples.Name)]
public sealed class SearchPageTests(SampleHost samples)
{
    private readonly HttpClient _client = samples.Client;

    [Fact]
    public async Task Before_a_search_the_page_says_what_is_there_and_how_to_ask()
    {
        IDocument page = await _client.GetPageAsync("/");
        Assert.Contains("5 articles", page.Text(".about > p"), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("form.welcome input[name=q][autofocus]"));
        Assert.Empty(page.QuerySelectorAll(".results"));
        foreach (string example in page.Texts(".hints code"))
            Assert.Empty((await _client.GetPageAsync($"/?q={Answers.Query(example)}")).QuerySelectorAll(".message[role=alert]"));
    }

    [Fact]
    public async Task A_phrase_is_marked_once_in_each_of_the_three_articles_that_have_it()
    {
        IDocument page = await _client.GetPageAsync("/?q=%22five+explosive+drones%22");
        Assert.Equal(3, page.QuerySelectorAll(".results > .article").Length);
        foreach (IElement article in page.QuerySelectorAll(".results > .article"))
            Assert.Equal("five explosive drones", article.Text("mark"), ignoreCase: true);
        Assert.StartsWith("3 paragraphs in 3 articles", page.Text(".summary > p"), StringComparison.Ordinal);
        Assert.EndsWith("query understood as \"five explosive drones\"", page.Text(".summary > p"), StringComparison.Ordinal);
        Assert.Equal("\"five explosive drones\"", page.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Counts_of_one_are_singular() =>
        Assert.StartsWith("1 paragraph in 1 article ", (await _client.GetPageAsync("/?q=%22Farewell+of+Slavianka%22")).Text(".summary > p"), StringComparison.Ordinal);

    [Fact]
    public async Task Names_and_places_are_links_that_filter_and_can_be_taken_off_again()
    {
        IDocument all = await _client.GetPageAsync("/?q=visit");
        string filter = all.QuerySelectorAll("a.chip").First(chip => chip.TextContent == "Sergei Shoigu").GetAttribute("href")!;
        Assert.Equal("/?q=visit&name=Sergei%20Shoigu", filter);

        IDocument filtered = await _client.GetPageAsync(filter);
        Assert.Equal("name: Sergei Shoigu ×", filtered.Text(".chip.on"));
        Assert.NotEmpty(filtered.QuerySelectorAll(".hit"));
        Assert.All(filtered.QuerySelectorAll(".hit"), hit => Assert.Contains("Sergei Shoigu", hit.Texts(".chip")));
        Assert.Equal("Sergei Shoigu", filtered.QuerySelector("form input[type=hidden][name=name]")!.GetAttribute("value"));
        Assert.Equal("/?q=visit", filtered.Link(".chip.on"));

        string place = filtered.QuerySelector("a.chip.place")!.GetAttribute("href")!;
        IDocument narrowed = await _client.GetPageAsync(place);
        Assert.Equal(2, narrowed.QuerySelectorAll(".chip.on").Length);
    }

    [Fact]
    public async Task Facets_count_articles_and_filter()
    {
        IDocument page = await _client.GetPageAsync("/?q=*");
        Assert.Equal(["Names", "Places", "Outlets", "Months"], page.Texts(".facet h2"));
        IElement outlet = page.QuerySelectorAll(".facet li").Single(item => item.QuerySelector("a")?.TextContent == "dailyO");
        Assert.Equal("dailyO 1", outlet.TextContent.Trim());
        Assert.Single((await _client.GetPageAsync(outlet.Link("a"))).QuerySelectorAll(".results > .article"));

        IElement month = page.QuerySelectorAll(".facet li").Single(item => item.QuerySelector("a")?.TextContent == "2023-09");
        Assert.Equal("/?q=%2A&from=2023-09-01&to=2023-09-30", month.Link("a"));
        Assert.Single((await _client.GetPageAsync(month.Link("a"))).QuerySelectorAll(".results > .article"));
    }

    [Fact]
    public async Task A_filter_alone_is_a_search()
    {
        IDocument page = await _client.GetPageAsync("/?q=&name=Sergei+Shoigu");
        Assert.Equal(5, page.QuerySelectorAll(".results > .article").Length);
        Assert.Empty(page.QuerySelectorAll("mark"));
        Assert.All(page.QuerySelectorAll(".hit"), hit => Assert.NotEmpty(hit.QuerySelectorAll(".snippet")));
    }

    [Fact]
    public async Task Pages_follow_one_another_and_lead_back_to_the_first()
    {
        var titles = new List<string>();
        IDocument page = await _client.GetPageAsync("/?q=Kim&limit=2");
        Assert.Empty(page.QuerySelectorAll(".pager a:not([rel=next])"));
        titles.AddRange(page.Texts(".article h2"));
        while (page.QuerySelector(".pager a[rel=next]") is { } next)
        {
            page = await _client.GetPageAsync(next.GetAttribute("href")!);
            titles.AddRange(page.Texts(".article h2"));
            Assert.Equal("/?q=Kim&limit=2", page.Link(".pager a:not([rel=next])"));
        }
        Assert.Equal((await _client.GetPageAsync("/?q=Kim")).Texts(".article h2"), titles);
        Assert.Equal(5, titles.Distinct().Count());
    }

    [Fact]
    public async Task Nothing_found_is_said_in_a_friendly_way()
    {
        IDocument page = await _client.GetPageAsync("/?q=%22privacy+policy%22");
        Assert.StartsWith("0 paragraphs in 0 articles", page.Text(".summary > p"), StringComparison.Ordinal);
        Assert.Contains("Nothing found", page.Text(".message h2"), StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".message .hints li"));
    }

    [Theory]
    [InlineData("kim) visit", "kim", ")", " visit")]
    [InlineData("(kim", "(kim", "…", "")]
    public async Task A_broken_query_in_strict_mode_is_shown_with_its_fault(string query, string before, string fault, string after)
    {
        IDocument page = await _client.GetPageAsync($"/?mode=strict&q={Answers.Query(query)}", HttpStatusCode.BadRequest);
        Assert.NotEmpty(page.Text("[role=alert] > p:not(.fault)"));
        Assert.Equal(before + fault + after, page.QuerySelector(".fault code")!.TextContent);
        Assert.Equal(fault, page.Text(".fault em"));
        Assert.Equal("strict", page.QuerySelector("form input[name=mode]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_broken_query_is_repaired_and_the_page_says_how()
    {
        IDocument page = await _client.GetPageAsync("/?q=%22five+explosive+drones");
        Assert.Equal(3, page.QuerySelectorAll(".results > .article").Length);
        Assert.Contains("closed at the end", page.Text(".summary .notice"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("sort=sideways")]
    [InlineData("from=yesterday")]
    [InlineData("cursor=nonsense")]
    public async Task A_parameter_with_a_value_that_it_cannot_have_is_named(string parameter)
    {
        IDocument page = await _client.GetPageAsync($"/?q=Kim&{parameter}", HttpStatusCode.BadRequest);
        Assert.Contains(parameter.Split('=')[0], page.Text("[role=alert] > p"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scores_are_explained_on_request()
    {
        IDocument page = await _client.GetPageAsync("/?q=Kim");
        Assert.Empty(page.QuerySelectorAll(".explanation"));
        IDocument explained = await _client.GetPageAsync(page.QuerySelectorAll("aside a").Single(link => link.TextContent == "Why these?").GetAttribute("href")!);
        Assert.Equal(explained.QuerySelectorAll(".hit").Length, explained.QuerySelectorAll(".explanation").Length);
    }

    [Fact]
    public async Task The_order_and_the_days_stand_in_the_form_and_can_be_taken_off()
    {
        IDocument page = await _client.GetPageAsync("/?q=Kim&sort=newest&from=2023-09-01&to=2023-09-30");
        Assert.Equal("newest", page.QuerySelector("select option[selected]")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("details.options")!.HasAttribute("open"));
        Assert.Single(page.QuerySelectorAll(".results > .article"));
        Assert.Equal("/?q=Kim&sort=newest", page.Link(".chip.on"));
    }

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/a/no-such-article")]
    [InlineData("/a/no-such-article/and-no-key?q=x")]
    [InlineData("/wwwroot/site.css")]
    public async Task An_address_that_leads_nowhere_shows_a_page_that_leads_back(string address)
    {
        IDocument page = await _client.GetPageAsync(address, HttpStatusCode.NotFound);
        Assert.Equal("404", page.Text("h1"));
        Assert.Equal("/", page.Link(".message a"));
    }

    [Fact]
    public async Task The_last_day_of_the_calendar_is_a_day() =>
        Assert.Equal(1, (await _client.GetPageAsync("/?q=&from=2023-01-01&to=9999-12-31")).QuerySelectorAll(".results > .article").Length);
}
