using System.Text.Json;

namespace Search.Settings;

/// <summary>A settings file: one JSON object of names and values; a list is a value whose parts are joined by semicolons.</summary>
internal sealed record SettingFile(string Path, IReadOnlyDictionary<string, string> Values)
{
    private const long LongestBytes = 1 << 20;

    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 4 };

    public static SettingFile Empty { get; } = new("", new Dictionary<string, string>());

    /// <exception cref="SettingsException">It cannot be read, is no such object, or names a setting that is none.</exception>
    public static SettingFile Load(string path, bool isRequired)
    {
        if (!File.Exists(path))
            return isRequired ? throw new SettingsException($"there is no settings file {path}") : Empty;
        try
        {
            if (new FileInfo(path).Length > LongestBytes)
                throw new SettingsException($"{path} is too large for a settings file");
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Options);
            return new SettingFile(path, Read(path, document.RootElement));
        }
        catch (JsonException fault)
        {
            throw new SettingsException($"{path} is not JSON: {fault.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{path} cannot be read: {fault.Message}");
        }
    }

    private static Dictionary<string, string> Read(string path, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new SettingsException($"{path} is not a JSON object");
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonProperty member in root.EnumerateObject())
        {
            SettingDefinition definition = KnownSettings.Find(member.Name)
                ?? throw new SettingsException($"{path}: there is no setting \"{member.Name}\"");
            values[definition.Name] = member.Value.ValueKind switch
            {
                JsonValueKind.Array => string.Join(';', member.Value.EnumerateArray().Select(item => Scalar(path, member.Name, item))),
                _ => Scalar(path, member.Name, member.Value),
            };
        }
        return values;
    }

    private static string Scalar(string path, string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "",
        _ => throw new SettingsException($"{path}: {name} is a text, a number, true, false or a list of these"),
    };
}
