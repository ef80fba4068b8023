using Microsoft.Playwright;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Browser;

/// <summary>A headless Chromium and the real host over the samples, for all browser tests together.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserHost : ICollectionFixture<BrowserHost>, IAsyncLifetime, IDisposable
{
    public const string Name = "browser";

    private readonly TemporaryFolder _index = new();
    private HostProcess? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Url => _host!.Url;

    /// <summary>An address of the host in full.</summary>
    public string Address(string path) => new Uri(Url, path).AbsoluteUri;

    public async Task InitializeAsync()
    {
        // Without a browser the tests skip, and nothing has to be started.
        if (External.MissingChromium is not null && !External.IsRequired)
            return;
        _host = await HostProcess.StartAsync(_index.Path, ["--articles", RepositoryPaths.Seeds, "--index", _index.Path, "--urls", "http://127.0.0.1:0"]);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = External.ChromiumPath,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A new window that watches what its page does.</summary>
    public async Task<WatchedPage> OpenAsync(int width = 1000, int height = 600, bool script = true, ColorScheme scheme = ColorScheme.Light) => await WatchedPage.OpenAsync(
        await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Url.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            JavaScriptEnabled = script,
            ColorScheme = scheme,
            Permissions = ["clipboard-read", "clipboard-write"],
        }),
        Url);

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
    }

    public void Dispose()
    {
        _playwright?.Dispose();
        _host?.Dispose();
        _index.Dispose();
    }
}
