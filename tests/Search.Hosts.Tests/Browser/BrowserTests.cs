using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Browser;

/// <summary>What a visitor with a real browser does and sees.</summary>
public sealed class BrowserTests(BrowserHost host) : IClassFixture<BrowserHost>
{
    [BrowserFact]
    public async Task A_visitor_types_a_phrase_and_follows_a_result_to_its_marked_paragraph()
    {
        await using WatchedPage watched = await host.OpenAsync(height: 400);
        IPage page = watched.Page;
        watched.Refusals.Add("/v1/suggest");
        await page.GotoAsync("/");
        // The search field takes the focus by itself, a moment after the page is there.
        await Assertions.Expect(page.Locator("#q")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("\"five explosive drones\"");
        await watched.PictureAsync("welcome");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".results > .article")).ToHaveCountAsync(3);
        Assert.Equal(["five explosive drones"], (await page.Locator("mark").AllInnerTextsAsync()).Select(mark => mark.ToLowerInvariant()).Distinct());
        await watched.PictureAsync("results");

        await page.Locator(".article", new PageLocatorOptions { HasText = "What did Kim Jong Un do" }).Locator(".snippet a").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Address($"/a/{SampleHost.IdOf("003")}/"));
        ILocator target = page.Locator(".paragraph.target");
        await Assertions.Expect(target).ToBeInViewportAsync();
        await Assertions.Expect(target).ToBeFocusedAsync();
        await Assertions.Expect(target.Locator("mark")).ToBeInViewportAsync();
        await Assertions.Expect(target.Locator("mark")).ToHaveTextAsync("five explosive drones");
        Assert.True(await page.EvaluateAsync<double>("window.scrollY") > 0);
        Assert.NotEqual("rgba(0, 0, 0, 0)", await target.Locator("mark").EvaluateAsync<string>("mark => getComputedStyle(mark).backgroundColor"));
        Assert.NotEqual(
            await page.Locator(".furniture").First.EvaluateAsync<string>("piece => getComputedStyle(piece).color"),
            await target.EvaluateAsync<string>("paragraph => getComputedStyle(paragraph).color"));
        await watched.PictureAsync("article");

        await page.GetByText("All results").ClickAsync();
        await Assertions.Expect(page.Locator(".results > .article")).ToHaveCountAsync(3);
    }

    [BrowserFact]
    public async Task A_name_filters_the_results_until_it_is_taken_off()
    {
        await using WatchedPage watched = await host.OpenAsync();
        IPage page = watched.Page;
        await page.GotoAsync("/?q=visit");
        int all = await page.Locator(".hit").CountAsync();
        await page.Locator("a.tag", new PageLocatorOptions { HasText = "Sergei Shoigu" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".filter")).ToHaveTextAsync("name: Sergei Shoigu ×");
        int hits = await page.Locator(".hit").CountAsync();
        Assert.InRange(hits, 1, all - 1);
        Assert.Equal(hits, await page.Locator(".hit", new PageLocatorOptions { Has = page.Locator("a.tag:text-is('Sergei Shoigu')") }).CountAsync());

        // Another query keeps the filter.
        await page.Locator("#q").FillAsync("Vladivostok");
        await page.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Address("q=Vladivostok.*name=Sergei"));
        await page.Locator(".filter").ClickAsync();
        await Assertions.Expect(page.Locator(".filter")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task The_next_page_is_a_link_away()
    {
        await using WatchedPage watched = await host.OpenAsync();
        IPage page = watched.Page;
        await page.GotoAsync("/?q=Kim&limit=3");
        string[] first = [.. await page.Locator(".article h2").AllInnerTextsAsync()];
        await page.Locator("a[rel=next]").ClickAsync();
        await Assertions.Expect(page.Locator(".article h2")).ToHaveCountAsync(2);
        Assert.Empty(first.Intersect(await page.Locator(".article h2").AllInnerTextsAsync()));
        await page.GetByText("First page").ClickAsync();
        await Assertions.Expect(page.Locator(".article h2")).ToHaveTextAsync(first);
    }

    [BrowserFact]
    public async Task Everything_works_without_script()
    {
        await using WatchedPage watched = await host.OpenAsync(height: 400, script: false);
        IPage page = watched.Page;
        await page.GotoAsync("/");
        await page.Locator("#q").FillAsync("\"Farewell of Slavianka\"");
        await page.Locator("button[type=submit]").ClickAsync();
        await page.Locator(".snippet a").ClickAsync();
        await page.Locator(".target mark").WaitForAsync();
        LocatorBoundingBoxResult box = (await page.Locator(".target mark").First.BoundingBoxAsync())!;
        Assert.InRange(box.Y, 0, 400);
        await page.GotoAsync("/?q=Kim");
        await page.GetByText("Newest").ClickAsync();
        await Assertions.Expect(page.Locator(".article h2").First).ToHaveTextAsync("What did Kim Jong Un do in Russia for 6 days?");
    }

    [BrowserFact]
    public async Task A_narrow_page_does_not_scroll_sideways()
    {
        await using WatchedPage watched = await host.OpenAsync(width: 320, height: 640);
        string longWord = new('w', 300);
        watched.Refusals.UnionWith(["mode=strict", "/nowhere"]);
        foreach (string address in new[]
        {
            "/", "/?q=Kim&explain=true&name=Kim+Jong+Un&from=2023-01-01", $"/?q={longWord}", $"/?mode=strict&q={longWord})", "/nowhere",
            $"/a/{SampleHost.IdOf("003")}?q=Kim", $"/a/{SampleHost.IdOf("002")}?q={longWord}",
        })
        {
            await watched.Page.GotoAsync(address);
            int width = await watched.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(width <= 320, $"{address} is {width} pixels wide");
        }
        await watched.Page.GotoAsync("/?q=Kim");
        await watched.PictureAsync("narrow");
    }

    [BrowserFact]
    public async Task The_documentation_page_shows_the_api_and_can_ask_it()
    {
        await using WatchedPage watched = await host.OpenAsync(height: 900);
        IPage page = watched.Page;
        await page.GotoAsync("/docs");
        await Assertions.Expect(page.Locator(".opblock")).ToHaveCountAsync(7);
        await page.Locator("#operations-Health-Ready .opblock-summary-control").ClickAsync();
        await page.Locator("#operations-Health-Ready .try-out__btn").ClickAsync();
        await page.Locator("#operations-Health-Ready .execute").ClickAsync();
        await Assertions.Expect(page.Locator("#operations-Health-Ready .live-responses-table tbody .response-col_status").First).ToContainTextAsync("200");
        await watched.PictureAsync("docs");
    }

    [BrowserFact]
    public async Task No_page_complains()
    {
        await using WatchedPage watched = await host.OpenAsync();
        watched.Refusals.UnionWith(["mode=strict", "/nowhere"]);
        foreach (string address in new[]
        {
            "/", "/?q=Kim&explain=true", "/?q=zzz", "/?mode=strict&q=(a", "/nowhere", $"/a/{SampleHost.IdOf("001")}?q=Kim", $"/a/{SampleHost.IdOf("004")}/x",
        })
            await watched.Page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
    }

    private static Regex Address(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
}
