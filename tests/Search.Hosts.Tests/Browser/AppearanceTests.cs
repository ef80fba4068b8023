using Microsoft.Playwright;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Browser;

/// <summary>Pages fit where they are shown: narrow, wide, light, dark, on paper.</summary>
[Collection(BrowserHost.Name)]
public sealed class AppearanceTests(BrowserHost host)
{
    private static readonly string LongWord = new('w', 300);

    private static readonly string[] Addresses =
    [
        "/", "/?q=Kim&explain=true&context=1&name=Kim+Jong+Un&from=2023-01-01", $"/?q={LongWord}", $"/?mode=strict&q={LongWord})", "/nowhere", "/help",
        $"/a/{SampleHost.IdOf("003")}?q=Kim", $"/a/{SampleHost.IdOf("002")}?q={LongWord}", $"/a/{SampleHost.IdOf("003")}/x/cite", $"/a/{SampleHost.IdOf("003")}/x/others",
    ];

    [BrowserTheory]
    [InlineData(320)]
    [InlineData(768)]
    [InlineData(1920)]
    public async Task No_page_scrolls_sideways_or_complains(int width)
    {
        await using WatchedPage watched = await host.OpenAsync(width);
        watched.Refusals.UnionWith(["mode=strict", "/nowhere"]);
        foreach (string address in Addresses)
        {
            await watched.Page.GotoAsync(address);
            await watched.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => { details.open = true; })");
            int needed = await watched.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(needed <= width, $"{address} is {needed} pixels wide");
        }
        await watched.Page.GotoAsync("/?q=Kim");
        await watched.PictureAsync($"results-{width}");
    }

    [BrowserFact]
    public async Task A_visitor_who_prefers_dark_pages_gets_dark_ones()
    {
        double light = await LuminanceAsync(ColorScheme.Light);
        double dark = await LuminanceAsync(ColorScheme.Dark);
        Assert.True(light > 0.9, $"{light}");
        Assert.True(dark < 0.2, $"{dark}");
    }

    [BrowserFact]
    public async Task On_paper_there_is_the_text_and_nothing_to_click()
    {
        await using WatchedPage watched = await host.OpenAsync();
        IPage page = watched.Page;
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.GotoAsync($"/a/{SampleHost.IdOf("003")}?q=Kim");
        Assert.Equal(0, await page.Locator("input:visible, button:visible, nav:visible, .margin:visible, .furniture:visible").CountAsync());
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".paragraph p").First).ToBeVisibleAsync();
        await page.GotoAsync("/?q=Kim");
        Assert.Equal(0, await page.Locator("input:visible, button:visible, aside:visible, .actions:visible").CountAsync());
        await Assertions.Expect(page.Locator(".snippet").First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_documentation_page_shows_the_api_and_can_ask_it()
    {
        await using WatchedPage watched = await host.OpenAsync(height: 900);
        IPage page = watched.Page;
        await page.GotoAsync("/docs");
        int operations = await page.EvaluateAsync<int>("""
            async () => Object.values((await (await fetch('/openapi/v1.json')).json()).paths).flatMap(path => Object.keys(path)).length
            """);
        await Assertions.Expect(page.Locator(".opblock")).ToHaveCountAsync(operations);
        await page.Locator("#operations-Health-Ready .opblock-summary-control").ClickAsync();
        await page.Locator("#operations-Health-Ready .try-out__btn").ClickAsync();
        await page.Locator("#operations-Health-Ready .execute").ClickAsync();
        await Assertions.Expect(page.Locator("#operations-Health-Ready .live-responses-table tbody .response-col_status").First).ToContainTextAsync("200");
    }

    private async Task<double> LuminanceAsync(ColorScheme scheme)
    {
        await using WatchedPage watched = await host.OpenAsync(scheme: scheme);
        await watched.Page.GotoAsync("/?q=Kim");
        await watched.PictureAsync($"results-{scheme}");
        return await watched.Page.EvaluateAsync<double>(
            "() => { const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number); return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255; }");
    }
}
