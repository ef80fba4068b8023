using Microsoft.Playwright;

namespace Search.Hosts.Tests.Browser;

/// <summary>Suggestions while typing.</summary>
[Collection(BrowserHost.Name)]
public sealed class SuggestionTests(BrowserHost host)
{
    [BrowserFact]
    public async Task Suggestions_are_those_of_the_api_and_are_taken_with_the_keyboard()
    {
        await using WatchedPage watched = await host.OpenAsync();
        IPage page = watched.Page;
        await page.GotoAsync("/?q=visit");
        await page.Locator("#q").FillAsync("vladi");
        ILocator options = page.Locator("#suggestions [role=option]");
        await Assertions.Expect(options.First).ToBeVisibleAsync();
        string[] offered = await page.EvaluateAsync<string[]>("async () => (await (await fetch('/v1/suggest?q=vladi&limit=8')).json()).suggestions.map(each => each.text)");
        Assert.Equal(offered, await options.Locator("span:first-child").AllInnerTextsAsync());
        await Assertions.Expect(page.Locator("#q")).ToHaveAttributeAsync("aria-expanded", "true");
        await watched.PictureAsync("suggestions");

        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(page.Locator("#q")).ToHaveAttributeAsync("aria-activedescendant", "suggestion-0");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveTitleAsync($"{offered[0]} · Search");
        await Assertions.Expect(options).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Escape_closes_them_and_a_click_takes_one()
    {
        await using WatchedPage watched = await host.OpenAsync();
        IPage page = watched.Page;
        await page.GotoAsync("/");
        ILocator options = page.Locator("#suggestions [role=option]");
        await page.Locator("#q").FillAsync("rus");
        await Assertions.Expect(options.First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(options).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync("rus");
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(options.First).ToBeVisibleAsync();
        string text = await options.First.Locator("span").First.InnerTextAsync();
        await options.First.ClickAsync();
        await Assertions.Expect(page).ToHaveTitleAsync($"{text} · Search");
    }

    [BrowserFact]
    public async Task Suggestions_are_shown_as_the_texts_that_they_are()
    {
        const string hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        await using WatchedPage watched = await host.OpenAsync();
        IPage page = watched.Page;
        await page.RouteAsync("**/v1/suggest*", route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "application/json",
            Body = System.Text.Json.JsonSerializer.Serialize(new { suggestions = new[] { new { text = hostile, kind = hostile, count = 1 } } }),
        }));
        await page.GotoAsync("/?q=Kim");
        await page.Locator("#q").FillAsync("img");
        ILocator option = page.Locator("#suggestions [role=option]");
        await Assertions.Expect(option.Locator("span").First).ToHaveTextAsync(hostile);
        Assert.Equal(0, await option.Locator("img, script").CountAsync());
        await option.ClickAsync();
        await Assertions.Expect(page).ToHaveTitleAsync($"{hostile} · Search");
        Assert.Equal(0, await page.Locator("main img, main script").CountAsync());
    }
}
