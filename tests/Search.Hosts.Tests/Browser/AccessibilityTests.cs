using Microsoft.Playwright;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Browser;

/// <summary>WCAG 2.2, levels A and AA, as far as axe-core can tell.</summary>
[Collection(BrowserHost.Name)]
public sealed class AccessibilityTests(BrowserHost host)
{
    // Details are opened first: what is closed is not looked at.
    private const string Check = """
        async () => {
          document.querySelectorAll("details").forEach(details => { details.open = true; });
          const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
          const { violations, passes } = await axe.run(document, { runOnly: tags });
          return [String(passes.length), ...violations.map(rule => `${rule.id}: ${rule.help}\n  ${rule.nodes.map(node => node.html).join("\n  ")}`)];
        }
        """;

    [AxeTheory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task No_page_breaks_a_rule(ColorScheme scheme, int width)
    {
        await using WatchedPage watched = await host.OpenAsync(width, scheme: scheme);
        watched.Refusals.UnionWith(["mode=strict", "/nowhere"]);
        await watched.Page.AddInitScriptAsync(scriptPath: AxeTheoryAttribute.Script);
        foreach (string address in new[]
        {
            "/", "/?q=Kim+visit&name=Kim+Jong+Un&not-place=Moscow&explain=true&context=1", "/?q=explosve+zzz", "/?q=%22five+explosive", "/help", "/nowhere", "/?mode=strict&q=(a",
            $"/a/{SampleHost.IdOf("003")}?q=Kim&match=2", $"/a/{SampleHost.IdOf("003")}/x/cite", $"/a/{SampleHost.IdOf("003")}/x/others",
        })
        {
            await watched.Page.GotoAsync(address);
            string[] found = await watched.Page.EvaluateAsync<string[]>(Check);
            Assert.True(found.Length == 1, $"{address}\n{string.Join('\n', found.Skip(1))}");
            Assert.NotEqual("0", found[0]);
        }
    }

    [AxeTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task What_script_adds_breaks_no_rule(ColorScheme scheme)
    {
        await using WatchedPage watched = await host.OpenAsync(scheme: scheme);
        IPage page = watched.Page;
        await page.AddInitScriptAsync(scriptPath: AxeTheoryAttribute.Script);
        await page.GotoAsync("/?q=Kim");
        await page.Locator("#q").FillAsync("vladi");
        await Assertions.Expect(page.Locator("#suggestions")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Single(await page.EvaluateAsync<string[]>(Check));
        await page.Keyboard.PressAsync("Escape");
        Assert.Single(await page.EvaluateAsync<string[]>(Check));
        await page.Locator("#keys-button button").ClickAsync();
        Assert.Single(await page.EvaluateAsync<string[]>(Check));
    }
}
