using System.Net;
using AngleSharp.Dom;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Api;

/// <summary>The page that shows the API's description.</summary>
[Collection(Samples.Name)]
public sealed class DocsPageTests(SampleHost samples)
{
    [Fact]
    public async Task The_short_address_leads_to_the_page()
    {
        using HttpResponseMessage response = await samples.Client.GetAsync(new Uri("/docs", UriKind.Relative));
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal("docs/index.html", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task All_it_loads_is_the_hosts_own()
    {
        IDocument page = await samples.Client.GetPageAsync("/docs/index.html");
        string[] assets = [.. page.QuerySelectorAll("link[href]").Select(link => link.GetAttribute("href")!), .. page.QuerySelectorAll("script").Select(script => script.GetAttribute("src")!)];
        Assert.NotEmpty(assets);
        foreach (string asset in assets)
        {
            Assert.DoesNotContain(":", asset, StringComparison.Ordinal);
            using HttpResponseMessage response = await samples.Client.GetAsync(new Uri($"/docs/{asset.TrimStart('.', '/')}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        string script = await samples.Client.GetStringAsync(new Uri("/docs/index.js", UriKind.Relative));
        Assert.Contains("\"/openapi/v1.json\"", script, StringComparison.Ordinal);
    }
}
