using Microsoft.Playwright;

namespace Search.Hosts.Tests.Browser;

/// <summary>A page that must neither complain nor ask anybody but the host; checked when it is disposed of.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private WatchedPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Answers that are expected to be refusals, by path.</summary>
    public HashSet<string> Refusals { get; } = new(StringComparer.Ordinal);

    public static async Task<WatchedPage> OpenAsync(IBrowserContext context, Uri host)
    {
        var watched = new WatchedPage(context, await context.NewPageAsync());
        watched.Page.Console += (_, message) =>
        {
            // A refused address is reported as an error of the page; the test that asks for it says so.
            if (message.Type is "error" or "warning" && !(message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && watched.IsRefusal(message.Location)))
                watched.Complain($"console: {message.Text} ({message.Location})");
        };
        watched.Page.PageError += (_, error) => watched.Complain($"script: {error}");
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(host.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                watched.Complain($"request: {request.Url}");
        };
        return watched;
    }

    /// <summary>Keeps a picture beside the built tests, for people to look at.</summary>
    public Task PictureAsync(string name) =>
        Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"{name}.png") });

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        lock (_complaints)
            Assert.True(_complaints.Count == 0, string.Join('\n', _complaints));
    }

    private bool IsRefusal(string location) => Refusals.Any(path => location.Contains(path, StringComparison.Ordinal));

    private void Complain(string complaint)
    {
        lock (_complaints)
            _complaints.Add(complaint);
    }
}
