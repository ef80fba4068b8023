using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Search.Web.Hosting.Indexing;

namespace Search.Hosts.Tests.Infrastructure;

/// <summary>The whole host in memory, over given articles, with an index in a temporary folder.</summary>
public sealed class TestHost : WebApplicationFactory<Program>
{
    private readonly string _articles;
    private readonly string _index;
    private readonly (string Name, string Value)[] _settings;
    private TemporaryFolder? _owned;

    /// <param name="articles">Folder of articles.</param>
    /// <param name="index">Folder of the index; null for one that goes with the host.</param>
    /// <param name="settings">Other settings.</param>
    public TestHost(string articles, string? index = null, params (string Name, string Value)[] settings)
    {
        _articles = articles;
        _settings = settings;
        _owned = index is null ? new TemporaryFolder() : null;
        _index = index ?? _owned!.Path;
        Client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        // Served from the first moment; the tests want it in line with the articles.
        Services.GetRequiredService<IndexingState>().WhenDone.Wait();
    }

    public HttpClient Client { get; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("articles", _articles);
        builder.UseSetting("index", _index);
        foreach ((string name, string value) in _settings)
            builder.UseSetting(name, value);
    }

    protected override void Dispose(bool disposing)
    {
        // The factory disposes itself twice.
        base.Dispose(disposing);
        _owned?.Dispose();
        _owned = null;
    }
}
