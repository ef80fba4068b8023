using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Search.Settings;

/// <summary>Shows settings with their values and origins.</summary>
public static class SettingsTable
{
    /// <summary>A line a setting: name, value, origin.</summary>
    public static string ToText(SettingSet settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        int names = settings.All.Max(setting => setting.Definition.Name.Length);
        int values = settings.All.Max(setting => Shown(settings, setting).Length);
        var text = new StringBuilder();
        foreach (Setting setting in settings.All)
        {
            text.Append(setting.Definition.Name.PadRight(names + 2)).Append(Shown(settings, setting).PadRight(values + 2)).Append(setting.Origin.ToString().ToLowerInvariant());
            if (setting.Place.Length > 0)
                text.Append(CultureInfo.InvariantCulture, $" {setting.Place}");
            text.Append('\n');
        }
        return text.ToString();
    }

    /// <summary>An array of objects: name, value, origin, place, meaning.</summary>
    public static string ToJson(SettingSet settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartArray();
            foreach (Setting setting in settings.All)
            {
                json.WriteStartObject();
                json.WriteString("name", setting.Definition.Name);
                json.WriteString("value", Value(settings, setting));
                json.WriteString("origin", setting.Origin.ToString().ToLowerInvariant());
                json.WriteString("place", setting.Place);
                json.WriteString("form", setting.Definition.Form.Description);
                json.WriteString("meaning", setting.Definition.Meaning);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static string Shown(SettingSet settings, Setting setting) => Value(settings, setting) is { Length: > 0 } value ? value : "-";

    private static string Value(SettingSet settings, Setting setting) =>
        setting.Definition.Form is SettingForm.Place ? settings.Place(setting.Definition.Name) : setting.Value;
}
