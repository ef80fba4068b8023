using System.Net;
using Search.Articles.Indexing;

namespace Search.Web.Hosting;

/// <summary>Where the host finds its articles and its index, and where it listens.</summary>
/// <remarks>
/// Flags (<c>--articles</c>, <c>--index</c>, <c>--urls</c>, <c>--allow-public</c>, <c>--index-at-start false</c>) override the environment
/// (<c>SEARCH_ARTICLES</c>, <c>SEARCH_INDEX</c>, <c>SEARCH_URLS</c>, <c>SEARCH_ALLOW_PUBLIC</c>, <c>SEARCH_INDEX_AT_START</c>), which
/// overrides <c>searchsettings.json</c> in the root folder.
/// </remarks>
internal sealed record HostSettings
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    private const string SettingsFile = "searchsettings.json";
    private const string AllowPublicFlag = "allow-public";
    private const string IndexAtStartFlag = "index-at-start";

    private static readonly string[] Flags = ["articles", "index", "urls", AllowPublicFlag, IndexAtStartFlag];

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

    /// <exception cref="SettingsException">A setting has a value that it cannot have.</exception>
    public static HostSettings Load(IConfiguration configuration, string[] arguments)
    {
        string root = DefaultFolders.FindRoot(Directory.GetCurrentDirectory());
        IConfigurationRoot own = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(root, SettingsFile), optional: true)
            .AddInMemoryCollection(FromEnvironment())
            .AddCommandLine([.. arguments.Select((argument, i) => WithValue(argument, i + 1 < arguments.Length ? arguments[i + 1] : null))])
            .Build();
        string? Value(string flag) => string.IsNullOrWhiteSpace(own[flag]) ? null : own[flag];
        return new HostSettings
        {
            Root = root,
            Articles = Path.GetFullPath(Value("articles") ?? DefaultFolders.Articles(root), root),
            Index = Path.GetFullPath(Value("index") ?? DefaultFolders.Index(root), root),
            // The framework's own ASPNETCORE_URLS is heard too.
            Urls = Value("urls") ?? configuration["urls"] ?? DefaultUrl,
            AllowPublic = Switch(AllowPublicFlag, Value(AllowPublicFlag), fallback: false),
            IndexAtStart = Switch(IndexAtStartFlag, Value(IndexAtStartFlag), fallback: true),
        };
    }

    /// <summary>The first address that other machines could reach; null when all are loopback.</summary>
    /// <exception cref="SettingsException">An address is none.</exception>
    public string? PublicUrl() =>
        Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(url => !IsLoopback(url));

    private static bool IsLoopback(string url)
    {
        string host;
        try
        {
            host = BindingAddress.Parse(url).Host;
        }
        catch (FormatException)
        {
            throw new SettingsException($"--urls is one or more addresses like {DefaultUrl}, not \"{url}\"");
        }
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
    }

    private static Dictionary<string, string?> FromEnvironment() => Flags
        .Select(flag => (flag, Value: Environment.GetEnvironmentVariable($"SEARCH_{flag.Replace('-', '_').ToUpperInvariant()}")))
        .Where(setting => !string.IsNullOrEmpty(setting.Value))
        .ToDictionary(setting => setting.flag, setting => setting.Value, StringComparer.Ordinal);

    // A switch that stands alone is on.
    private static string WithValue(string argument, string? next) =>
        argument is $"--{AllowPublicFlag}" or $"--{IndexAtStartFlag}" && next?.StartsWith("--", StringComparison.Ordinal) != false ? $"{argument}=true" : argument;

    private static bool Switch(string name, string? value, bool fallback) =>
        value is null ? fallback
        : bool.TryParse(value, out bool on) ? on
        : throw new SettingsException($"--{name} is true or false, not \"{value}\"");
}
