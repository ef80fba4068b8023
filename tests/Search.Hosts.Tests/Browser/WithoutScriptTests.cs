using Microsoft.Playwright;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Browser;

/// <summary>All that the pages do, they do in a browser that runs no script.</summary>
[Collection(BrowserHost.Name)]
public sealed class WithoutScriptTests(BrowserHost host)
{
    [BrowserFact]
    public async Task A_search_is_made_ordered_narrowed_and_taken_back()
    {
        await using WatchedPage watched = await host.OpenAsync(width: 1280, script: false);
        IPage page = watched.Page;
        await page.GotoAsync("/");
        await page.Locator("#q").FillAsync("Kim");
        await page.Locator("button[type=submit]").ClickAsync();
        await page.GetByText("Newest").ClickAsync();
        await Assertions.Expect(page.Locator(".article h2").First).ToHaveTextAsync("What did Kim Jong Un do in Russia for 6 days?");
        await page.Locator(".facet[data-field=place] .pick").First.ClickAsync();
        await Assertions.Expect(page.Locator(".filter")).ToHaveCountAsync(1);
        await page.Locator(".hit").First.GetByText("Why is this here?").ClickAsync();
        await Assertions.Expect(page.Locator(".why")).ToHaveCountAsync(1);
        await page.GoBackAsync();
        await page.Locator(".filter").ClickAsync();
        await Assertions.Expect(page.Locator(".filter")).ToHaveCountAsync(0);
        await page.Locator(".days input[name=from]").FillAsync("2023-09-18");
        await page.Locator(".days button").ClickAsync();
        await Assertions.Expect(page.Locator(".results > .article")).ToHaveCountAsync(1);
        await page.Locator(".facet details.astable summary").ClickAsync();
        await Assertions.Expect(page.Locator(".astable td")).ToHaveTextAsync("1");
    }

    [BrowserFact]
    public async Task An_article_opens_at_the_match_and_leads_to_the_next_and_to_its_citation()
    {
        await using WatchedPage watched = await host.OpenAsync(height: 400, script: false);
        IPage page = watched.Page;
        await page.GotoAsync("/?q=train");
        await page.Locator($".snippet a[href*='{SampleHost.IdOf("003")}']").First.ClickAsync();
        await Assertions.Expect(page.Locator("mark.here")).ToBeInViewportAsync();
        string here = (await page.Locator("mark.here").GetAttributeAsync("id"))!;
        await page.Locator(".matches [rel=next]").ClickAsync();
        await Assertions.Expect(page.Locator("mark.here")).Not.ToHaveAttributeAsync("id", here);
        await Assertions.Expect(page.Locator("mark.here")).ToBeInViewportAsync();
        await page.GoBackAsync();
        await page.Locator(".target .cite").ClickAsync();
        await Assertions.Expect(page.Locator("[data-format]")).ToHaveCountAsync(5);
        await Assertions.Expect(page.Locator("button[data-copy]:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#keys-button")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task On_a_narrow_page_what_narrows_the_search_opens_by_its_summary()
    {
        await using WatchedPage watched = await host.OpenAsync(width: 320, script: false);
        IPage page = watched.Page;
        await page.GotoAsync("/?q=Kim");
        ILocator value = page.Locator(".facet[data-field=name] .pick").First;
        await Assertions.Expect(value).ToBeHiddenAsync();
        await page.GetByText("Narrow the search").ClickAsync();
        await value.ClickAsync();
        await Assertions.Expect(page.Locator(".filter")).ToHaveCountAsync(1);
    }
}
