using System.Globalization;
using Search.Articles.Indexing;

namespace Search.Web.Hosting;

/// <summary>Where the host finds its articles and its index, and where it listens.</summary>
/// <remarks>
/// Flags (<c>--articles</c>, <c>--index</c>, <c>--urls</c>, <c>--allow-public</c>) override the environment (<c>SEARCH_ARTICLES</c>,
/// <c>SEARCH_INDEX</c>, <c>SEARCH_URLS</c>, <c>SEARCH_ALLOW_PUBLIC</c>), which overrides <c>searchsettings.json</c> in the root folder.
/// </remarks>
internal sealed record HostSettings
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    private const string SettingsFile = "searchsettings.json";
    private const string EnvironmentPrefix = "SEARCH_";

    /// <summary>The nearest parent folder that holds Search.sln, else the working directory: relative paths start here.</summary>
    public required string Root { get; init; }

    /// <summary>The folder (or file) of articles.</summary>
    public required string Articles { get; init; }

    /// <summary>The folder of the index.</summary>
    public required string Index { get; init; }

    /// <summary>Addresses to listen on, separated by semicolons.</summary>
    public required string Urls { get; init; }

    /// <summary>Whether addresses that other machines can reach are allowed.</summary>
    public required bool AllowPublic { get; init; }

    /// <summary>Whether the index is brought in line with the articles before the host serves.</summary>
    public required bool IndexAtStart { get; init; }

    public static HostSettings Load(ConfigurationManager configuration, string[] arguments)
    {
        string root = DefaultFolders.FindRoot(Directory.GetCurrentDirectory());
        IConfigurationRoot own = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(root, SettingsFile), optional: true)
            .AddEnvironmentVariables(EnvironmentPrefix)
            .AddCommandLine(arguments)
            .Build();
        // The in-memory test host passes its settings through the application's configuration.
        string? Value(string flag) => own[flag] ?? own[flag.Replace('-', '_')] ?? configuration[flag];
        return new HostSettings
        {
            Root = root,
            Articles = Path.GetFullPath(Value("articles") ?? DefaultFolders.Articles(root), root),
            Index = Path.GetFullPath(Value("index") ?? DefaultFolders.Index(root), root),
            Urls = Value("urls") ?? DefaultUrl,
            AllowPublic = Flag("allow-public", Value("allow-public"), fallback: false),
            IndexAtStart = Flag("index-at-start", Value("index-at-start"), fallback: true),
        };
    }

    /// <summary>The first address that other machines could reach; null when all are loopback.</summary>
    public string? PublicUrl() =>
        Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(url => !IsLoopback(url));

    private static bool IsLoopback(string url)
    {
        string host = BindingAddress.Parse(url).Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (System.Net.IPAddress.TryParse(host.Trim('[', ']'), out System.Net.IPAddress? address) && System.Net.IPAddress.IsLoopback(address));
    }

    private static bool Flag(string name, string? value, bool fallback) =>
        value is null ? fallback
        : bool.TryParse(value, out bool flag) ? flag
        : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"--{name} is true or false, not \"{value}\""));
}
