using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Search.Articles.Searching;
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
        Assert.Contains("5 articles", page.Text(".welcome .lede"), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".welcome form input[name=q][autofocus]"));
        Assert.Empty(page.QuerySelectorAll(".results"));
        foreach (IElement example in page.QuerySelectorAll(".examples a"))
            Assert.Empty((await _client.GetPageAsync(example.GetAttribute("href")!)).QuerySelectorAll(".message[role=alert]"));
    }

    [Fact]
    public async Task A_phrase_is_marked_once_in_each_of_the_three_articles_that_have_it()
    {
        IDocument page = await _client.GetPageAsync("/?q=%22five+explosive+drones%22");
        Assert.Equal(3, page.QuerySelectorAll(".results > .article").Length);
        foreach (IElement article in page.QuerySelectorAll(".results > .article"))
            Assert.Equal("five explosive drones", article.Text("mark"), ignoreCase: true);
        Assert.StartsWith("3 sentences · 3 paragraphs · 3 articles ", page.Text(".counts"), StringComparison.Ordinal);
        Assert.Equal("\"five explosive drones\"", page.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Counts_of_one_are_singular() =>
        Assert.StartsWith("1 sentence · 1 paragraph · 1 article ", (await _client.GetPageAsync("/?q=%22Farewell+of+Slavianka%22")).Text(".counts"), StringComparison.Ordinal);

    [Fact]
    public async Task Names_and_places_are_links_that_filter_and_can_be_taken_off_again()
    {
        IDocument all = await _client.GetPageAsync("/?q=visit");
        string filter = all.QuerySelectorAll("a.tag").First(chip => chip.TextContent == "Sergei Shoigu").GetAttribute("href")!;
        Assert.Equal("/?q=visit&name=Sergei%20Shoigu", filter);

        IDocument filtered = await _client.GetPageAsync(filter);
        Assert.Equal("name: Sergei Shoigu ×", filtered.Text(".filter"));
        Assert.NotEmpty(filtered.QuerySelectorAll(".hit"));
        Assert.All(filtered.QuerySelectorAll(".hit"), hit => Assert.Contains("Sergei Shoigu", hit.Texts(".tag")));
        Assert.Equal("Sergei Shoigu", filtered.QuerySelector("form input[type=hidden][name=name]")!.GetAttribute("value"));
        Assert.Equal("/?q=visit", filtered.Link(".filter"));

        string place = filtered.QuerySelector("a.tag.place")!.GetAttribute("href")!;
        IDocument narrowed = await _client.GetPageAsync(place);
        Assert.Equal(2, narrowed.QuerySelectorAll(".filter:not(.all)").Length);
        Assert.Equal("/?q=visit", narrowed.Link(".filter.all"));
    }

    [Fact]
    public async Task Facets_count_articles_and_filter()
    {
        IDocument page = await _client.GetPageAsync("/?q=*");
        Assert.Equal(["Published", "Names", "Places", "Outlets", "Authors", "Months", "Showing", "All results as a file"], page.Texts(".facet h2"));
        IElement outlet = Value(page, "outlet", "dailyO");
        Assert.Equal("1 article", outlet.Text(".count"));
        Assert.Single((await _client.GetPageAsync(outlet.Link(".pick"))).QuerySelectorAll(".results > .article"));
    }

    [Fact]
    public async Task All_results_can_be_taken_along_in_every_format_of_the_api()
    {
        IDocument page = await _client.GetPageAsync("/?q=Kim&name=Sergei+Shoigu&limit=1&explain=true&context=1");
        string[] links = [.. page.QuerySelectorAll(".export a").Select(link => link.GetAttribute("href")!)];
        Assert.Equal(6, links.Length);
        foreach (string link in links)
        {
            using HttpResponseMessage file = await _client.GetAsync(new Uri(link, UriKind.Relative));
            Assert.True(file.IsSuccessStatusCode, link);
        }
        string lines = await _client.GetStringAsync(new Uri(links.Single(link => link.EndsWith("format=jsonl", StringComparison.Ordinal)), UriKind.Relative));
        Assert.StartsWith($" {lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length} paragraphs", page.Text(".counts").Split('·')[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_facet_value_is_chosen_and_taken_off_again()
    {
        string link = Value(await _client.GetPageAsync("/?q=*"), "name", "Sergei Shoigu").Link(".pick");
        Assert.Equal("/?q=%2A&name=Sergei%20Shoigu", link);
        IElement chosen = Value(await _client.GetPageAsync(link), "name", "Sergei Shoigu");
        Assert.True(chosen.ClassList.Contains("on"));
        Assert.Equal("/?q=%2A", chosen.Link(".pick"));
        Assert.Empty(chosen.QuerySelectorAll(".omit"));
    }

    [Fact]
    public async Task The_dates_are_bars_that_lead_to_their_articles_and_a_table_says_the_same()
    {
        IDocument page = await _client.GetPageAsync("/?q=*");
        string[] bars = [.. page.QuerySelectorAll(".histogram a").Select(bar => bar.GetAttribute("href")!)];
        Assert.NotEmpty(bars);
        Assert.Equal(bars, page.QuerySelectorAll(".astable tbody a").Select(link => link.GetAttribute("href")!));
        foreach (IElement row in page.QuerySelectorAll(".astable tbody tr"))
            Assert.Equal(row.Text("td"), $"{(await _client.GetPageAsync(row.Link("a"))).QuerySelectorAll(".results > .article").Length}");
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
        Assert.StartsWith("0 sentences · 0 paragraphs · 0 articles", page.Text(".counts"), StringComparison.Ordinal);
        Assert.Contains("No paragraph says that", page.Text(".message h2"), StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".message .hints li"));
    }

    [Theory]
    [InlineData("kim) visit", "kim", ")", " visit")]
    [InlineData("(kim", "", "(", "kim")]
    [InlineData("kim OR", "kim ", "OR", "")]
    public async Task A_broken_query_in_strict_mode_is_shown_with_its_fault(string query, string before, string fault, string after)
    {
        IDocument page = await _client.GetPageAsync($"/?mode=strict&q={Answers.Query(query)}", HttpStatusCode.BadRequest);
        Assert.NotEmpty(page.Texts("[role=alert] > p:not(.fault)")[0]);
        Assert.Equal(before + fault + after, page.QuerySelector(".fault code")!.TextContent);
        Assert.Equal(fault, page.Text(".fault em"));
        Assert.Equal("strict", page.QuerySelector("form input[name=mode]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_broken_query_is_repaired_and_the_page_says_how()
    {
        IDocument page = await _client.GetPageAsync("/?q=%22five+explosive+drones");
        Assert.Equal(3, page.QuerySelectorAll(".results > .article").Length);
        Assert.Contains("closed at the end", page.Text(".notice"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("sort=sideways")]
    [InlineData("from=yesterday")]
    [InlineData("cursor=nonsense")]
    public async Task A_parameter_with_a_value_that_it_cannot_have_is_named(string parameter)
    {
        IDocument page = await _client.GetPageAsync($"/?q=Kim&{parameter}", HttpStatusCode.BadRequest);
        Assert.Contains(parameter.Split('=')[0], page.Texts("[role=alert] > p")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_whose_state_is_gone_leads_to_the_first_page_and_one_of_another_search_is_refused()
    {
        IDocument gone = await _client.GetPageAsync("/?q=Kim&cursor=OTk5LjAueA", HttpStatusCode.Gone);
        Assert.Contains("no longer kept", gone.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("/?q=Kim", gone.QuerySelectorAll("[role=alert] a").Single(link => link.TextContent == "Start from the first page").GetAttribute("href"));
        string next = (await _client.GetPageAsync("/?q=*&limit=1")).QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!;
        Assert.Single((await _client.GetPageAsync(next)).QuerySelectorAll(".results > .article"));
        IDocument other = await _client.GetPageAsync(next.Replace("q=*", "q=Kim", StringComparison.Ordinal).Replace("q=%2A", "q=Kim", StringComparison.Ordinal), HttpStatusCode.BadRequest);
        Assert.Contains("another search", other.Text("[role=alert]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paragraph_says_why_it_is_here_in_parts_that_add_up()
    {
        IDocument page = await _client.GetPageAsync("/?q=Kim+visit");
        Assert.Empty(page.QuerySelectorAll(".why"));
        IElement hit = page.QuerySelectorAll(".hit")[1];
        IDocument explained = await _client.GetPageAsync(Action(hit, "Why is this here?"));
        IElement why = Assert.Single(explained.QuerySelectorAll(".why"));
        Assert.Equal(hit.GetAttribute("data-paragraph"), why.ParentElement!.GetAttribute("data-paragraph"));
        decimal[] parts = [.. why.Texts("tbody td").Select(part => decimal.Parse(part, CultureInfo.InvariantCulture))];
        Assert.True(parts.Length > 1);
        Assert.Equal(decimal.Parse(why.Text("tfoot td"), CultureInfo.InvariantCulture), parts.Sum());

        JsonElement answer = await _client.GetJsonAsync("/v1/search?q=Kim+visit&limit=10");
        JsonElement same = answer.Each("articles").Each("paragraphs").Single(paragraph => hit.GetAttribute("data-paragraph")!.EndsWith($"/{paragraph.String("key")}", StringComparison.Ordinal));
        Assert.Equal(same.GetProperty("score").GetDouble(), double.Parse(why.Text("tfoot td"), CultureInfo.InvariantCulture), 0.001);
        Assert.Equal("/?q=Kim%20visit", Action(why.ParentElement, "Hide the score"));
        Assert.Equal(page.QuerySelectorAll(".hit").Length, (await _client.GetPageAsync("/?q=Kim+visit&explain=true")).QuerySelectorAll(".why").Length);
    }

    [Fact]
    public async Task The_paragraphs_around_a_result_are_shown_on_request()
    {
        IDocument page = await _client.GetPageAsync("/?q=%22Farewell+of+Slavianka%22");
        Assert.Empty(page.QuerySelectorAll(".context"));
        IDocument opened = await _client.GetPageAsync(Action(page.QuerySelector(".hit")!, "Context"));
        string[] key = opened.QuerySelector(".hit")!.GetAttribute("data-paragraph")!.Split('/');
        JsonElement neighbours = await _client.GetJsonAsync($"/v1/articles/{key[0]}/paragraphs/{key[1]}?context=1");
        Assert.Equal(neighbours.Each("before").Concat(neighbours.Each("after")).Select(paragraph => paragraph.String("text")), opened.Texts(".context"));
        Assert.Equal("/?q=%22Farewell%20of%20Slavianka%22", Action(opened.QuerySelector(".hit")!, "Less context"));
    }

    [Fact]
    public async Task All_paragraphs_of_an_article_are_shown_on_request()
    {
        IDocument page = await _client.GetPageAsync("/?q=Kim");
        IElement article = page.QuerySelectorAll(".article").First(article => article.QuerySelector(".more") is not null);
        int all = 3 + int.Parse(article.Text(".more").Split(' ')[0], CultureInfo.InvariantCulture);
        IDocument opened = await _client.GetPageAsync(article.Link(".more a"));
        IElement same = opened.QuerySelectorAll(".article").Single(other => other.Text("h2") == article.Text("h2"));
        Assert.Equal(all, same.QuerySelectorAll(".hit").Length);
        Assert.Equal("/?q=Kim", same.Link(".more a"));
        Assert.Equal(
            page.QuerySelectorAll(".article").Where(other => other.Text("h2") != article.Text("h2")).Select(other => other.QuerySelectorAll(".hit").Length),
            opened.QuerySelectorAll(".article").Where(other => other != same).Select(other => other.QuerySelectorAll(".hit").Length));
    }

    [Fact]
    public async Task The_order_and_the_days_stand_in_the_form_and_can_be_taken_off()
    {
        IDocument page = await _client.GetPageAsync("/?q=Kim&sort=newest&from=2023-09-01&to=2023-09-30");
        Assert.Equal("Newest", page.Text(".orders [aria-current]"));
        Assert.Equal("2023-09-01", page.QuerySelector("input[type=date][name=from]")!.GetAttribute("value"));
        Assert.Equal("2023-09-30", page.QuerySelector("form[role=search] input[name=to]")!.GetAttribute("value"));
        Assert.Single(page.QuerySelectorAll(".results > .article"));
        Assert.Equal("/?q=Kim&sort=newest", page.Link(".filter"));
    }

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/a/no-such-article")]
    [InlineData("/a/no-such-article/and-no-key?q=x")]
    [InlineData("/wwwroot/site.css")]
    public async Task An_address_that_leads_nowhere_shows_a_page_that_leads_back(string address)
    {
        IDocument page = await _client.GetPageAsync(address, HttpStatusCode.NotFound);
        Assert.Equal("404", page.Text(".number"));
        Assert.Equal("/", page.Link(".message a"));
    }

    [Fact]
    public async Task The_last_day_of_the_calendar_is_a_day() =>
        Assert.Equal(1, (await _client.GetPageAsync("/?q=&from=2023-01-01&to=9999-12-31")).QuerySelectorAll(".results > .article").Length);

    [Fact]
    public async Task The_help_page_asks_its_examples()
    {
        IDocument page = await _client.GetPageAsync("/help");
        Assert.Equal(QueryHelp.Forms.Select(form => form.Example), page.Texts(".forms dt code"));
        Assert.Equal(QueryHelp.Forms.Select(form => form.Meaning), page.Texts(".forms dd"));
        // At most a moment is spent on numbers: those that are there are right, and after some visits all are.
        for (var visit = 0; page.QuerySelectorAll(".forms .found").Length < QueryHelp.Forms.Count; visit++)
        {
            Assert.True(visit < QueryHelp.Forms.Count, "no number was added");
            page = await _client.GetPageAsync("/help");
        }
        Assert.Equal("3 paragraphs here", page.Texts(".forms .found")[0]);
        foreach (IElement example in page.QuerySelectorAll(".forms a"))
            Assert.Empty((await _client.GetPageAsync(example.GetAttribute("href")!)).QuerySelectorAll("[role=alert]"));
        Assert.All(page.QuerySelectorAll(".manual nav a"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
    }

    private static IElement Value(IDocument page, string field, string value) =>
        page.QuerySelectorAll($".facet[data-field={field}] .value").Single(item => item.QuerySelector(".text")!.FirstChild!.TextContent == value);

    private static string Action(IElement hit, string label) =>
        hit.QuerySelectorAll(".actions a").Single(link => link.TextContent == label).GetAttribute("href")!;
}
