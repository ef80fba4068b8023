using System.Net;
using Search.Articles.Indexing;
using Search.Settings;

namespace Search.Web.Hosting;

/// <summary>What the host is told to do, by names that the code reads.</summary>
/// <remarks><see cref="KnownSettings"/> says what each setting means; <see cref="SettingSet"/> where a value comes from.</remarks>
internal sealed record HostSettings
{
    /// <summary>The flag that prints all settings instead of serving.</summary>
    public const string PrintFlag = "print-config";

    // The framework's own: the test host and people who debug set them.
    private static readonly string[] FrameworkFlags = ["environment", "contentRoot", "applicationName"];

    /// <summary>All settings with their origins.</summary>
    public required SettingSet All { get; init; }

    /// <summary>Whether only the settings are to be shown.</summary>
    public bool PrintsSettings { get; init; }

    /// <summary>The nearest parent folder that holds Search.sln, else the working directory: relative paths start here.</summary>
    public string Root => All.Root;

    /// <summary>The folder (or file) of articles.</summary>
    public required string Articles { get; init; }

    /// <summary>The folder of the index.</summary>
    public required string Index { get; init; }

    /// <summary>Whether this host answers searches.</summary>
    public required bool Serves { get; init; }

    /// <summary>Whether this host writes to the index.</summary>
    public required bool Indexes { get; init; }

    /// <summary>Whether the index is brought in line with the articles when the host starts.</summary>
    public required bool IndexAtStart { get; init; }

    /// <summary>Whether the index is kept in line with the articles while the host runs.</summary>
    public required bool Watch { get; init; }

    /// <summary>Addresses to listen on, separated by semicolons.</summary>
    public required string Urls { get; init; }

    /// <summary>Whether addresses that other machines can reach are allowed.</summary>
    public required bool AllowPublic { get; init; }

    /// <summary>Proxies whose word about the client is taken.</summary>
    public required IReadOnlyList<IPAddress> TrustedProxies { get; init; }

    /// <exception cref="SettingsException">A setting has a value that it cannot have, or there is no such setting.</exception>
    public static HostSettings Load(IConfiguration configuration, string[] arguments)
    {
        var prints = false;
        IReadOnlyDictionary<string, string> flags = SettingFlags.Parse(arguments, other =>
        {
            prints |= other == PrintFlag;
            return other == PrintFlag || other.Contains(':', StringComparison.Ordinal) || FrameworkFlags.Any(name => other.StartsWith($"{name}=", StringComparison.OrdinalIgnoreCase));
        });
        var all = SettingSet.Load(DefaultFolders.FindRoot(Directory.GetCurrentDirectory()), flags, Environment.GetEnvironmentVariable);
        string role = all["role"].Value.ToLowerInvariant();
        return new HostSettings
        {
            All = all,
            PrintsSettings = prints,
            Articles = all.Place("articles"),
            Index = all.Place("index"),
            Serves = role is not "index",
            Indexes = role is not "serve",
            IndexAtStart = all.Switch("index-at-start"),
            Watch = all.Switch("watch") && all.Switch("index-at-start") && role is not "serve",
            // The framework's own ASPNETCORE_URLS is heard too.
            Urls = all["urls"] is { Origin: SettingOrigin.Default } urls ? configuration["urls"] ?? urls.Value : all["urls"].Value,
            AllowPublic = all.Switch("allow-public"),
            TrustedProxies = [.. all.Values("trusted-proxies").Select(ParseProxy)],
        };
    }

    /// <summary>The first address that other machines could reach; null when all are loopback.</summary>
    /// <exception cref="SettingsException">An address is none.</exception>
    public string? PublicUrl() =>
        Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(url => !IsLoopback(url));

    private static IPAddress ParseProxy(string text) => IPAddress.TryParse(text, out IPAddress? address)
        ? address
        : throw new SettingsException($"--trusted-proxies are addresses like 10.0.0.1, not \"{text}\"");

    private static bool IsLoopback(string url)
    {
        string host;
        try
        {
            host = BindingAddress.Parse(url).Host;
        }
        catch (FormatException)
        {
            throw new SettingsException($"--urls is one or more addresses like http://127.0.0.1:5080, not \"{url}\"");
        }
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
    }
}
