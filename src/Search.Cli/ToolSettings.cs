using Search.Articles.Indexing;
using Search.Settings;

namespace Search.Cli;

/// <summary>The settings as the command line sees them: those of the host, by environment and file.</summary>
internal static class ToolSettings
{
    /// <summary>All settings.</summary>
    /// <param name="file">The settings file; null for the usual one.</param>
    /// <exception cref="SettingsException">A value does not fit, or the settings file cannot be read.</exception>
    public static SettingSet Load(string? file = null)
    {
        var flags = new Dictionary<string, string>(StringComparer.Ordinal);
        if (file is not null)
            flags.Add(KnownSettings.File, file);
        return SettingSet.Load(DefaultFolders.FindRoot(Directory.GetCurrentDirectory()), flags, Environment.GetEnvironmentVariable);
    }
}
