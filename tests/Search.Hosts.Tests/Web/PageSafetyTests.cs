using System.Xml.Linq;
using AngleSharp.Dom;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Web;

/// <summary>What holds for every page: nothing from elsewhere, no script but one file, headers that say so.</summary>
[Collection(Samples.Name)]
public sealed class PageSafetyTests(SampleHost samples)
{
    private static readonly string[] LoadingAttributes = ["srcset", "action", "formaction", "poster", "data", "background", "style"];

    public static TheoryData<string, int> Pages => new()
    {
        { "/", 200 }, { "/?q=Kim&explain=true", 200 }, { "/?q=zzz", 200 }, { "/?q=(a&mode=strict", 400 }, { "/nowhere", 404 },
        { $"/a/{SampleHost.IdOf("003")}?q=Kim", 200 }, { $"/a/{SampleHost.IdOf("002")}/x", 200 }, { "/help", 200 }, { $"/a/{SampleHost.IdOf("002")}/x/cite", 200 },
    };

    public static TheoryData<string> Addresses => new(
        "/", "/?q=(a&mode=strict", "/nowhere", "/help", "/opensearch.xml", "/site.css", "/search.js", "/fonts/inter.woff2", "/icon.svg", "/docs/index.html", "/docs/swagger-ui-bundle.js", "/openapi/v1.json",
        "/healthz/live", "/healthz/ready", "/v1/search", "/v1/search?limit=0", "/v1/search?limit=x", "/v1/articles/none", "/v1/nowhere");

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_works_without_script_and_loads_only_what_the_host_has(string address, int status)
    {
        IDocument page = await samples.Client.GetPageAsync(address, (System.Net.HttpStatusCode)status);
        Assert.Empty(page.QuerySelectorAll("iframe, object, embed, style, base, meta[http-equiv]"));
        IElement script = Assert.Single(page.QuerySelectorAll("script"));
        Assert.Equal("module", script.GetAttribute("type"));
        Assert.StartsWith("/search.js", script.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Empty(script.TextContent);
        Assert.Empty(page.QuerySelectorAll("[src]:not(script)"));
        foreach (IElement element in page.All)
        {
            Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
            foreach (string name in LoadingAttributes)
                Assert.True(element.GetAttribute(name) is null or "/", $"{element.LocalName} {name}={element.GetAttribute(name)}");
        }
        string[] links = [.. page.QuerySelectorAll("link[href], a[href]").Select(link => link.GetAttribute("href")!)];
        Assert.All(links, link => Assert.Matches("^(/[^/]|/$|#)", link));
        foreach (string asset in page.QuerySelectorAll("link[href]").Select(link => link.GetAttribute("href")!).Append(script.GetAttribute("src")!))
            Assert.True((await samples.Client.GetAsync(new Uri(asset, UriKind.Relative))).IsSuccessStatusCode, asset);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_answer_carries_the_security_headers(string address)
    {
        using HttpResponseMessage response = await samples.Client.GetAsync(new Uri(address, UriKind.Relative));
        string policy = Header("Content-Security-Policy");
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Equal(address.StartsWith("/docs", StringComparison.Ordinal), policy.Contains("unsafe-inline", StringComparison.Ordinal));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.False(response.Headers.Contains("Server"));

        string Header(string name) => Assert.Single(response.Headers.GetValues(name));
    }

    [Theory]
    [InlineData("/site.css")]
    [InlineData("/results.css")]
    [InlineData("/reading.css")]
    public async Task A_style_sheet_loads_nothing_but_the_fonts_of_the_host(string sheet)
    {
        string css = await samples.Client.GetStringAsync(new Uri(sheet, UriKind.Relative));
        Assert.DoesNotContain("@import", css, StringComparison.Ordinal);
        foreach (string loaded in css.Split("url(").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)].Trim('"')))
        {
            using HttpResponseMessage font = await samples.Client.GetAsync(new Uri($"/{loaded}", UriKind.Relative));
            Assert.Equal("font/woff2", font.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task The_script_makes_no_markup_and_runs_no_text()
    {
        string script = await samples.Client.GetStringAsync(new Uri("/search.js", UriKind.Relative));
        foreach (string way in new[] { "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", ".style", "http:", "https:", "import " })
            Assert.DoesNotContain(way, script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_can_search_from_its_address_bar()
    {
        IDocument page = await samples.Client.GetPageAsync("/");
        using HttpResponseMessage response = await samples.Client.GetAsync(new Uri(page.Link("link[rel=search]"), UriKind.Relative));
        Assert.Equal("application/opensearchdescription+xml", response.Content.Headers.ContentType?.MediaType);
        XNamespace format = "http://a9.com/-/spec/opensearch/1.1/";
        var description = XDocument.Parse(await response.Content.ReadAsStringAsync());
        string template = description.Root!.Elements(format + "Url").Single(url => url.Attribute("type")!.Value == "text/html").Attribute("template")!.Value;
        Assert.Equal("http://localhost/?q={searchTerms}", template);
        await samples.Client.GetPageAsync(template.Replace("http://localhost", "", StringComparison.Ordinal).Replace("{searchTerms}", "Kim", StringComparison.Ordinal));
    }
}
