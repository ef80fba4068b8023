using System.Globalization;

namespace Search.Settings;

/// <summary>All settings of a program: flags override the environment, which overrides the settings file, which overrides the defaults.</summary>
/// <remarks>Immutable. All values fit the forms of their settings.</remarks>
public sealed class SettingSet
{
    private readonly Dictionary<string, Setting> _settings;

    private SettingSet(string root, Dictionary<string, Setting> settings)
    {
        Root = root;
        _settings = settings;
    }

    /// <summary>The folder where relative paths start.</summary>
    public string Root { get; }

    /// <summary>All settings, in the order of <see cref="KnownSettings.All"/>.</summary>
    public IEnumerable<Setting> All => KnownSettings.All.Select(definition => _settings[definition.Name]);

    /// <summary>Reads all sources.</summary>
    /// <param name="root">Where relative paths start.</param>
    /// <param name="flags">The command line's settings by name, with the flag as it was written.</param>
    /// <param name="environment">A variable of the environment by its name.</param>
    /// <exception cref="SettingsException">A value does not fit, or the settings file cannot be read or names a setting that is none.</exception>
    public static SettingSet Load(string root, IReadOnlyDictionary<string, string> flags, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(flags);
        ArgumentNullException.ThrowIfNull(environment);
        Setting file = Resolve(KnownSettings.Find(KnownSettings.File)!, flags, environment, SettingFile.Empty);
        string path = Path.GetFullPath(file.Value, root);
        var fromFile = SettingFile.Load(path, isRequired: file.Origin != SettingOrigin.Default);
        return new SettingSet(root, KnownSettings.All.ToDictionary(
            definition => definition.Name, definition => Resolve(definition, flags, environment, fromFile), StringComparer.Ordinal));
    }

    /// <summary>A setting by its name.</summary>
    public Setting this[string name] => _settings[name];

    /// <summary>A setting's text; null when it is empty.</summary>
    public string? Text(string name) => _settings[name].Value is { Length: > 0 } value ? value : null;

    /// <summary>A file or folder, absolute.</summary>
    public string Place(string name) => Path.GetFullPath(_settings[name].Value, Root);

    /// <summary>A switch.</summary>
    public bool Switch(string name) => bool.Parse(_settings[name].Value);

    /// <summary>A number.</summary>
    public long Number(string name) => long.Parse(_settings[name].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>Values that are separated by semicolons.</summary>
    public IReadOnlyList<string> Values(string name) => _settings[name].Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Setting Resolve(SettingDefinition definition, IReadOnlyDictionary<string, string> flags, Func<string, string?> environment, SettingFile file)
    {
        Setting setting = flags.TryGetValue(definition.Name, out string? flag) && !string.IsNullOrWhiteSpace(flag)
            ? new Setting(definition, flag, SettingOrigin.Flag, $"--{definition.Name}")
            : environment(definition.Variable) is { } variable && !string.IsNullOrWhiteSpace(variable)
                ? new Setting(definition, variable, SettingOrigin.Environment, definition.Variable)
                : file.Values.TryGetValue(definition.Name, out string? value) && !string.IsNullOrWhiteSpace(value)
                    ? new Setting(definition, value, SettingOrigin.File, file.Path)
                    : new Setting(definition, definition.Default, SettingOrigin.Default, "");
        return setting.Origin == SettingOrigin.Default || definition.Form.Fits(setting.Value)
            ? setting
            : throw new SettingsException($"{Name(setting)} is {definition.Form.Description}, not \"{setting.Value}\"");
    }

    private static string Name(Setting setting) =>
        setting.Origin == SettingOrigin.File ? $"{setting.Definition.Name} in {setting.Place}" : setting.Place;
}
