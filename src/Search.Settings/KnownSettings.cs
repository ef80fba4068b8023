using System.Globalization;

namespace Search.Settings;

/// <summary>All settings, in the order in which they are shown.</summary>
public static class KnownSettings
{
    /// <summary>The settings file's own name.</summary>
    public const string File = "settings";

    /// <summary>The one list that flags, environment, file, help and documentation go by.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        new(File, "searchsettings.json", new SettingForm.Place(), "The file of settings."),
        new("articles", "seeds", new SettingForm.Place(), "The folder (or file) of articles."),
        new("index", "index", new SettingForm.Place(), "The folder of the index."),
        new("role", "all", new SettingForm.Choice("all", "serve", "index"), "What the host does: serve only, index only, or both."),
        new("index-at-start", "true", new SettingForm.Switch(), "Bring the index in line with the articles when the host starts, while the last commit is served."),
        new("watch", "true", new SettingForm.Switch(), "Keep the index in line with the articles while the host runs."),
        new("urls", "http://127.0.0.1:5080", new SettingForm.Text("addresses like http://127.0.0.1:5080, separated by semicolons"), "Where the host listens."),
        new("allow-public", "false", new SettingForm.Switch(), "Listen on addresses that other machines reach."),
        new("open-reads", "false", new SettingForm.Switch(), "Let everybody read on public addresses too, without a search key."),
        new("keys", "searchkeys.json", new SettingForm.Place(), "The file of search and admin keys, made by search keys create."),
        new("public-url", "", new SettingForm.Addresses(), "The address that readers know the host by, for permalinks in citations; empty: that of the request."),
        new("allowed-hosts", "", new SettingForm.Text("names separated by semicolons"), "Names that requests may ask for; empty: those of this machine on loopback, any elsewhere."),
        new("trusted-proxies", "", new SettingForm.Text("addresses separated by semicolons"), "Proxies whose X-Forwarded headers are believed."),
        new("cors-origins", "", new SettingForm.Addresses(), "Sites whose scripts may read the API; empty: none."),
        new("requests-per-minute", "6000", new SettingForm.Number(0, 10_000_000), "Requests that one key or address may make; 0: no limit."),
        new("concurrent-searches", DefaultConcurrency(), new SettingForm.Number(1, 1024), "Searches that run at once; more wait."),
        new("waiting-searches", "64", new SettingForm.Number(0, 100_000), "Searches that wait; more are sent away with 503."),
        new("concurrent-streams", "4", new SettingForm.Number(1, 1024), "Exports, question lists and bulk writes that run at once; more are sent away with 503."),
        new("query-time-ms", "10000", new SettingForm.Number(10, 600_000), "The longest that one search may take."),
        new("max-article-bytes", "4194304", new SettingForm.Number(1024, 1L << 30), "The largest article that is taken in, as it is sent."),
        new("max-bulk-bytes", "1073741824", new SettingForm.Number(1024, 1L << 40), "The largest list of articles that is taken in with one request."),
        new("max-questions", "1000", new SettingForm.Number(1, 100_000), "The most questions in one list."),
        new("slow-client-seconds", "10", new SettingForm.Number(1, 600), "How long a client may take to send a request's head, or to send or take almost nothing."),
        new("slow-query-ms", "500", new SettingForm.Number(0, 600_000), "Searches that take longer are logged with their query."),
        new("drain-seconds", "20", new SettingForm.Number(0, 3600), "How long running requests may go on when the host is told to stop."),
        new("log-format", "text", new SettingForm.Choice("text", "json"), "How the log is written."),
        new("log-level", "information", new SettingForm.Choice("debug", "information", "warning", "error"), "The least weight of what is logged."),
        new("otlp-endpoint", "", new SettingForm.Addresses(), "Where traces and metrics are sent by OTLP over HTTP, as in http://127.0.0.1:4318; empty: nowhere."),
    ];

    /// <summary>The definition of a name; null when there is none.</summary>
    public static SettingDefinition? Find(string name) => All.FirstOrDefault(setting => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string DefaultConcurrency() => Math.Max(4, 2 * Environment.ProcessorCount).ToString(CultureInfo.InvariantCulture);
}
