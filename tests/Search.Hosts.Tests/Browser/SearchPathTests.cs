using Microsoft.Playwright;

namespace Search.Hosts.Tests.Browser;

/// <summary>What a visitor with a mouse does on the page of results.</summary>
[Collection(BrowserHost.Name)]
public sealed class SearchPathTests(BrowserHost host)
{
    [BrowserFact]
    public async Task Words_are_typed_and_their_paragraphs_come_without_a_reload()
    {
        await using WatchedPage watched = await host.OpenAsync();
        IPage page = watched.Page;
        await page.GotoAsync("/?q=Kim");
        await page.EvaluateAsync("window.isTheSamePage = true");
        await page.Locator("#q").FillAsync("drones vest");
        await page.Locator("#q").PressAsync("Enter");
        await Assertions.Expect(page).ToHaveTitleAsync("drones vest · Search");
        await Assertions.Expect(page).ToHaveURLAsync(host.Address("/?q=drones+vest"));
        Assert.True(await page.EvaluateAsync<bool>("window.isTheSamePage"));
        foreach (string mark in await page.Locator("mark").AllInnerTextsAsync())
            Assert.Matches("(?i)^(drones?|vests?)$", mark);
        await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync("drones vest");
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync(await page.Locator("#counts").InnerTextAsync(), new LocatorAssertionsToHaveTextOptions { UseInnerText = false });

        await page.GoBackAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("Kim · Search");
        await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync("Kim");
        await page.GoForwardAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("drones vest · Search");
        Assert.True(await page.EvaluateAsync<bool>("window.isTheSamePage"));
    }

    [BrowserFact]
    public async Task A_phrase_is_one_mark_in_each_article_that_has_it()
    {
        await using WatchedPage watched = await host.OpenAsync();
        IPage page = watched.Page;
        await page.GotoAsync("/");
        // The search field takes the focus by itself, a moment after the page is there.
        await Assertions.Expect(page.Locator("#q")).ToBeFocusedAsync();
        await page.Keyboard.InsertTextAsync("“five explosive drones”");
        await watched.PictureAsync("welcome");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".results > .article")).ToHaveCountAsync(3);
        Assert.Equal(["five explosive drones"], (await page.Locator("mark").AllInnerTextsAsync()).Select(mark => mark.ToLowerInvariant()).Distinct());
        Assert.NotEqual("rgba(0, 0, 0, 0)", await page.Locator("mark").First.EvaluateAsync<string>("mark => getComputedStyle(mark).backgroundColor"));
        await watched.PictureAsync("results");
    }

    [BrowserFact]
    public async Task A_name_filters_the_results_until_it_is_taken_off()
    {
        await using WatchedPage watched = await host.OpenAsync();
        IPage page = watched.Page;
        await page.GotoAsync("/?q=visit");
        int all = await page.Locator(".hit").CountAsync();
        await page.Locator(".facet[data-field=name] .pick", new PageLocatorOptions { HasText = "Sergei Shoigu" }).ClickAsync();
        await Assertions.Expect(page.Locator(".filter")).ToHaveTextAsync("name: Sergei Shoigu ×");
        int hits = await page.Locator(".hit").CountAsync();
        Assert.InRange(hits, 1, all - 1);
        Assert.Equal(hits, await page.Locator(".hit", new PageLocatorOptions { Has = page.Locator("a.tag:text-is('Sergei Shoigu')") }).CountAsync());

        // Another query keeps the filter.
        await page.Locator("#q").FillAsync("Vladivostok");
        await page.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(host.Address("/?q=Vladivostok&name=Sergei+Shoigu"));
        await page.Locator(".filter").ClickAsync();
        await Assertions.Expect(page.Locator(".filter")).ToHaveCountAsync(0);
        await Assertions.Expect(page).ToHaveURLAsync(host.Address("/?q=Vladivostok"));
    }

    [BrowserFact]
    public async Task A_place_is_left_out_and_comes_back()
    {
        await using WatchedPage watched = await host.OpenAsync(width: 1280);
        IPage page = watched.Page;
        await page.GotoAsync("/?q=visit&per-article=100");
        int all = await page.Locator(".hit").CountAsync();
        int with = await page.Locator(".hit", new PageLocatorOptions { Has = page.Locator("a.tag.place:text-is('Vladivostok')") }).CountAsync();
        Assert.InRange(with, 1, all - 1);
        ILocator value = page.Locator(".facet[data-field=place] .value", new PageLocatorOptions { HasText = "Vladivostok" });
        await value.HoverAsync();
        await value.Locator(".omit").ClickAsync();
        await Assertions.Expect(page.Locator(".filter.not")).ToHaveTextAsync("not place: Vladivostok ×");
        await Assertions.Expect(page.Locator(".hit")).ToHaveCountAsync(all - with);
        Assert.DoesNotContain("Vladivostok", await page.Locator("a.tag.place").AllInnerTextsAsync());
        await page.Locator(".value.not .pick").ClickAsync();
        await Assertions.Expect(page.Locator(".hit")).ToHaveCountAsync(all);
    }

    [BrowserFact]
    public async Task Pages_follow_one_another_and_back_leads_to_the_one_before()
    {
        await using WatchedPage watched = await host.OpenAsync();
        IPage page = watched.Page;
        await page.GotoAsync("/?q=Kim&limit=3");
        string[] first = [.. await page.Locator(".article h2").AllInnerTextsAsync()];
        await page.Locator("a[rel=next]").ClickAsync();
        await Assertions.Expect(page.Locator(".article h2")).ToHaveCountAsync(2);
        Assert.Equal(0, await page.EvaluateAsync<double>("window.scrollY"));
        string[] second = [.. await page.Locator(".article h2").AllInnerTextsAsync()];
        Assert.Empty(first.Intersect(second));
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".article h2")).ToHaveTextAsync(first);
        await page.GoForwardAsync();
        await Assertions.Expect(page.Locator(".article h2")).ToHaveTextAsync(second);
        await page.GetByText("First page").ClickAsync();
        await Assertions.Expect(page.Locator(".article h2")).ToHaveTextAsync(first);
    }

    [BrowserFact]
    public async Task What_is_opened_in_a_result_leaves_the_page_where_it_is()
    {
        await using WatchedPage watched = await host.OpenAsync();
        IPage page = watched.Page;
        await page.GotoAsync("/?q=Kim");
        ILocator hit = page.Locator(".hit").Nth(4);
        await hit.ScrollIntoViewIfNeededAsync();
        double before = await page.EvaluateAsync<double>("window.scrollY");
        Assert.True(before > 0);
        await hit.GetByText("Why is this here?").ClickAsync();
        await Assertions.Expect(page.Locator(".hit").Nth(4).Locator(".why tfoot")).ToBeVisibleAsync();
        Assert.Equal(before, await page.EvaluateAsync<double>("window.scrollY"), 2.0);
        await Assertions.Expect(page.Locator(".hit").Nth(4).GetByText("Hide the score")).ToBeFocusedAsync();
        await page.Locator(".hit").Nth(4).GetByText("Context", new LocatorGetByTextOptions { Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".hit").Nth(4).Locator(".context").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".why")).ToHaveCountAsync(1);
        await watched.PictureAsync("opened");
        await page.GoBackAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".why, .context")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_bar_of_the_dates_narrows_to_its_time()
    {
        await using WatchedPage watched = await host.OpenAsync(width: 1280);
        IPage page = watched.Page;
        await page.GotoAsync("/?q=Kim");
        await page.Locator(".histogram a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".filter")).ToContainTextAsync("published: 2023-09-18 to 2023-09-18");
        await Assertions.Expect(page.Locator(".results > .article")).ToHaveCountAsync(1);
        await page.Locator(".days input[name=to]").FillAsync("2023-09-17");
        await page.Locator(".days button").ClickAsync();
        await Assertions.Expect(page.Locator("main .title")).ToHaveTextAsync("No paragraph says that");
    }

    [BrowserFact]
    public async Task The_counts_of_the_page_are_those_of_the_api_and_of_the_lists()
    {
        await using WatchedPage watched = await host.OpenAsync(width: 1280);
        IPage page = watched.Page;
        foreach (string query in new[] { "q=Kim", "q=visit&not-name=Sergei+Shoigu", "q=%22Kim+Jong+Un%22+OR+train&place=Vladivostok", "q=*", "q=zzz" })
        {
            await page.GotoAsync($"/?{query}&per-article=100");
            long[] counts = [.. (await page.Locator("#counts strong").AllInnerTextsAsync()).Select(count => long.Parse(count, System.Globalization.CultureInfo.InvariantCulture))];
            long[] api = await page.EvaluateAsync<long[]>(
                "async query => { const { total } = await (await fetch('/v1/search?' + query)).json(); return [total.sentences, total.paragraphs, total.articles]; }", query);
            Assert.Equal(api, counts);
            Assert.Equal(counts[1], await page.Locator(".hit").CountAsync());
            Assert.Equal(counts[2], await page.Locator(".results > .article").CountAsync() + await page.Locator(".similar li").CountAsync());
        }
    }
}
