using Microsoft.Playwright;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Browser;

/// <summary>Everything can be done from the keyboard, and the focus can be seen wherever it is.</summary>
[Collection(BrowserHost.Name)]
public sealed class KeyboardTests(BrowserHost host)
{
    private const int MostStops = 400;

    // What has the focus: how it is called, where it stands, and whether its outline, or that of what holds it, is seen.
    private const string Focused = """
        () => {
          const at = document.activeElement;
          if (!at || at === document.body) return null;
          const box = at.getBoundingClientRect();
          const holder = at.id === "q" ? at.parentElement : at;
          const style = getComputedStyle(holder);
          return [
            (at.getAttribute("aria-label") ?? at.textContent).trim() || at.id || at.name,
            at.outerHTML.slice(0, 120),
            String(style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== "none"),
            String(box.width > 0 && box.height > 0 && box.right > 0 && getComputedStyle(at).visibility === "visible" && at.checkVisibility({ opacityProperty: true })),
            String(box.top >= -1 && box.bottom <= innerHeight + 1 || box.height > innerHeight),
          ];
        }
        """;

    public static TheoryData<string> Pages => new(
        "/", "/?q=Kim&name=Kim+Jong+Un&not-outlet=dailyO&limit=2", "/?q=zzz", $"/a/{SampleHost.IdOf("003")}?q=train", "/help");

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Tab_reaches_every_control_in_the_order_of_the_page_and_each_is_seen(string address)
    {
        await using WatchedPage watched = await host.OpenAsync(width: 1280, height: 800);
        IPage page = watched.Page;
        await page.GotoAsync(address);
        await page.EvaluateAsync("() => { document.querySelectorAll('details').forEach(details => { details.open = true; }); document.querySelector('.skip').focus(); }");
        await page.Keyboard.PressAsync("Shift+Tab");
        int controls = await page.EvaluateAsync<int>("""
            () => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), summary, select")]
              .filter(control => !control.closest("dialog") && control.checkVisibility()).length
            """);
        // A date is entered in parts, each of them a stop within the same control.
        var stops = new List<string>();
        for (var i = 0; i < MostStops; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            string[]? focused = await page.EvaluateAsync<string[]?>(Focused);
            if (focused is null || (stops.Count > 1 && focused[1] == stops[0]))
                break;
            Assert.True(focused[2] == "true", $"no focus to be seen on {focused[1]}");
            Assert.True(focused[3] == "true", $"hidden: {focused[1]}");
            Assert.True(focused[4] == "true", $"out of sight: {focused[1]}");
            Assert.NotEmpty(focused[0]);
            if (await page.EvaluateAsync<bool>("() => document.activeElement !== window.lastStop && (window.lastStop = document.activeElement, true)"))
                stops.Add(focused[1]);
        }
        Assert.StartsWith("<a class=\"skip\"", stops[0], StringComparison.Ordinal);
        Assert.True(controls == stops.Count, $"{controls} controls, {stops.Count} stops:\n{string.Join('\n', stops)}");
    }

    [BrowserFact]
    public async Task The_first_stop_skips_to_the_content()
    {
        await using WatchedPage watched = await host.OpenAsync();
        IPage page = watched.Page;
        await page.GotoAsync("/?q=Kim");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task A_search_is_made_read_narrowed_and_cited_without_a_mouse()
    {
        await using WatchedPage watched = await host.OpenAsync(width: 1280);
        IPage page = watched.Page;
        await page.GotoAsync("/?q=visit");
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator("#q")).ToBeFocusedAsync();
        await page.Keyboard.InsertTextAsync("Kim");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveTitleAsync("Kim · Search");
        await Assertions.Expect(page.Locator("#q")).ToBeFocusedAsync();

        ILocator first = page.Locator(".snippet a").First;
        await page.Locator("#q").EvaluateAsync("field => field.blur()");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(first).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator(".hit").Nth(1).Locator(".snippet a").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(first).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("Citation copied");
        string copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Contains((await page.Locator(".hit").First.GetAttributeAsync("data-paragraph"))!, copied, StringComparison.Ordinal);

        ILocator name = page.Locator(".facet[data-field=name] .pick").First;
        await name.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".filter")).ToHaveCountAsync(1);

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".paragraph.target")).ToBeFocusedAsync();
        string number = (await page.Locator("mark.here").GetAttributeAsync("id"))!;
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.Locator("mark.here")).Not.ToHaveAttributeAsync("id", number);
        await page.Keyboard.PressAsync("p");
        await Assertions.Expect(page.Locator("mark.here")).ToHaveAttributeAsync("id", number);

        // Paragraph by paragraph, and it is seen at which one.
        string at = (await page.Locator(".paragraph:focus-within, .paragraph.target").First.GetAttributeAsync("id"))!;
        await page.Keyboard.PressAsync("j");
        ILocator focused = page.Locator(".paragraph:focus");
        await Assertions.Expect(focused).Not.ToHaveAttributeAsync("id", at);
        Assert.Equal("3px", await focused.EvaluateAsync<string>("paragraph => getComputedStyle(paragraph, '::before').width"));
    }

    [BrowserFact]
    public async Task N_and_p_turn_the_pages_of_results()
    {
        await using WatchedPage watched = await host.OpenAsync();
        IPage page = watched.Page;
        await page.GotoAsync("/?q=Kim&limit=3");
        string[] first = [.. await page.Locator(".article h2").AllInnerTextsAsync()];
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.Locator(".article h2")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("p");
        await Assertions.Expect(page.Locator(".article h2")).ToHaveTextAsync(first);
    }

    [BrowserFact]
    public async Task Keys_are_listed_and_switched_off_for_good()
    {
        await using WatchedPage watched = await host.OpenAsync();
        IPage page = watched.Page;
        await page.GotoAsync("/?q=Kim");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#keys")).ToBeVisibleAsync();
        await watched.PictureAsync("keys");
        await page.Locator("#keys-on").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#keys")).ToBeHiddenAsync();

        await page.GotoAsync("/?q=visit");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#keys")).ToBeHiddenAsync();
        Assert.Equal("BODY", await page.EvaluateAsync<string>("document.activeElement.tagName"));

        // The button is how they come back.
        await page.Locator("#keys-button button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#keys-on")).Not.ToBeCheckedAsync();
        await page.Locator("#keys-on").CheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator("#q")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync("j");
    }
}
