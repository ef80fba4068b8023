using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Search.Hosts.Tests.Infrastructure;

/// <summary>The whole host in memory, over given articles, with an index in a temporary folder.</summary>
public sealed class TestHost : WebApplicationFactory<Program>
{
    private readonly string _articles;
    private readonly string _index;
    private TemporaryFolder? _owned;

    /// <param name="articles">Folder of articles.</param>
    /// <param name="index">Folder of the index; null for one that goes with the host.</param>
    public TestHost(string articles, string? index = null)
    {
        _articles = articles;
        _owned = index is null ? new TemporaryFolder() : null;
        _index = index ?? _owned!.Path;
        Client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
    }

    public HttpClient Client { get; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("articles", _articles);
        builder.UseSetting("index", _index);
    }

    protected override void Dispose(bool disposing)
    {
        // The factory disposes itself twice.
        base.Dispose(disposing);
        _owned?.Dispose();
        _owned = null;
    }
}
