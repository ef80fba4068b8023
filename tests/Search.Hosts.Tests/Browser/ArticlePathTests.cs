using Microsoft.Playwright;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Browser;

/// <summary>What a visitor does with an article that was found.</summary>
[Collection(BrowserHost.Name)]
public sealed class ArticlePathTests(BrowserHost host)
{
    [BrowserFact]
    public async Task A_result_opens_the_article_at_its_marked_paragraph_and_leads_back()
    {
        await using WatchedPage watched = await host.OpenAsync(height: 400);
        IPage page = watched.Page;
        await page.GotoAsync("/?q=%22five+explosive+drones%22&not-place=Paris");
        await page.Locator(".article", new PageLocatorOptions { HasText = "What did Kim Jong Un do" }).Locator(".snippet a").ClickAsync();
        await page.WaitForURLAsync($"**/a/{SampleHost.IdOf("003")}/**");
        ILocator target = page.Locator(".paragraph.target");
        await Assertions.Expect(target).ToBeInViewportAsync();
        await Assertions.Expect(target).ToBeFocusedAsync();
        await Assertions.Expect(target.Locator("mark.here")).ToBeInViewportAsync();
        await Assertions.Expect(target.Locator("mark")).ToHaveTextAsync("five explosive drones");
        Assert.True(await page.EvaluateAsync<double>("window.scrollY") > 0);
        Assert.NotEqual(
            await page.Locator(".furniture").First.EvaluateAsync<string>("piece => getComputedStyle(piece).color"),
            await target.EvaluateAsync<string>("paragraph => getComputedStyle(paragraph).color"));
        await watched.PictureAsync("article");

        await page.GetByText("All results").ClickAsync();
        await Assertions.Expect(page.Locator(".filter.not")).ToHaveTextAsync("not place: Paris ×");
    }

    [BrowserFact]
    public async Task The_arrows_lead_from_match_to_match_without_a_reload_and_round_again()
    {
        await using WatchedPage watched = await host.OpenAsync(height: 400);
        IPage page = watched.Page;
        await page.GotoAsync($"/a/{SampleHost.IdOf("003")}?q=train");
        await page.EvaluateAsync("window.isTheSamePage = true");
        int matches = await page.Locator("mark").CountAsync();
        Assert.True(matches > 1);
        for (var number = 1; number <= matches; number++)
        {
            await page.Locator(".matches [rel=next]").ClickAsync();
            await Assertions.Expect(page.Locator("mark.here")).ToHaveAttributeAsync("id", $"m{number}");
            await Assertions.Expect(page.Locator("mark.here")).ToBeInViewportAsync();
            await Assertions.Expect(page.Locator(".matches p")).ToHaveTextAsync($"Match {number} of {matches}");
        }
        await page.Locator(".matches [rel=next]").ClickAsync();
        await Assertions.Expect(page.Locator("mark.here")).ToHaveAttributeAsync("id", "m1");
        await page.Locator(".matches [rel=prev]").ClickAsync();
        await Assertions.Expect(page.Locator("mark.here")).ToHaveAttributeAsync("id", $"m{matches}");
        Assert.True(await page.EvaluateAsync<bool>("window.isTheSamePage"));

        // The address holds where it stands.
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("mark.here")).ToHaveAttributeAsync("id", $"m{matches}");
    }

    [BrowserFact]
    public async Task A_citation_is_copied_in_the_format_that_was_chosen()
    {
        await using WatchedPage watched = await host.OpenAsync(height: 900);
        IPage page = watched.Page;
        await page.GotoAsync("/?q=%22Farewell+of+Slavianka%22");
        await page.Locator(".hit").GetByText("Cite").ClickAsync();
        foreach (string format in new[] { "plain", "markdown", "ris", "bibtex", "csl-json" })
        {
            await page.Locator($"button[data-copy=as-{format}]").ClickAsync();
            await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("copied");
            string copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
            Assert.Equal((await page.Locator($"[data-format={format}]").TextContentAsync())!.ReplaceLineEndings("\n"), copied.ReplaceLineEndings("\n"));
            Assert.Contains($"{host.Url}a/{SampleHost.IdOf("003")}/", copied, StringComparison.Ordinal);
            await page.EvaluateAsync("document.querySelector('#said').textContent = ''");
        }
        await watched.PictureAsync("cite");
        await page.Locator("#permalink").ClickAsync();
        await Assertions.Expect(page.Locator(".paragraph.target")).ToContainTextAsync("Farewell of Slavianka");
    }

    [BrowserFact]
    public async Task Others_on_a_paragraph_are_paragraphs_of_other_articles()
    {
        await using WatchedPage watched = await host.OpenAsync();
        IPage page = watched.Page;
        await page.GotoAsync("/?q=%22five+explosive+drones%22");
        string title = await page.Locator(".article h2").First.InnerTextAsync();
        await page.Locator(".hit").First.GetByText("Others on this").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Others on this");
        Assert.NotEqual(0, await page.Locator(".hit mark").CountAsync());
        Assert.DoesNotContain(title, await page.Locator(".article h2").AllInnerTextsAsync());
    }
}
