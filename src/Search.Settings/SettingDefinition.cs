namespace Search.Settings;

/// <summary>Something that can be set.</summary>
/// <param name="Name">Its name in the settings file; the flag is <c>--name</c>.</param>
/// <param name="Default">Its value when nobody sets it.</param>
/// <param name="Form">What values it can have.</param>
/// <param name="Meaning">What it does, in a sentence.</param>
public sealed record SettingDefinition(string Name, string Default, SettingForm Form, string Meaning)
{
    /// <summary>The variable of the environment: <c>SEARCH_NAME</c>.</summary>
    public string Variable => $"SEARCH_{Name.Replace('-', '_').ToUpperInvariant()}";
}
