namespace Search.Settings;

/// <summary>A setting with its value and where that comes from.</summary>
/// <param name="Definition">What is set.</param>
/// <param name="Value">Its value; it fits the definition's form.</param>
/// <param name="Origin">Which kind of source set it.</param>
/// <param name="Place">The flag, variable or file that set it; empty for a default.</param>
public sealed record Setting(SettingDefinition Definition, string Value, SettingOrigin Origin, string Place);
