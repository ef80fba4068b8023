namespace Search.Settings;

/// <summary>A setting, or a file of settings or keys, that cannot be used as it stands.</summary>
/// <param name="message">The reason, in a sentence that names the setting and its place.</param>
public sealed class SettingsException(string message) : Exception(message);
