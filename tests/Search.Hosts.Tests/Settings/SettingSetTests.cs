using System.Text.Json;
using Search.Settings;

namespace Search.Hosts.Tests.Settings;

/// <summary>Flags over environment over file over default, and what is refused.</summary>
public sealed class SettingSetTests : IDisposable
{
    private readonly TemporaryFolder _root = new();
    private readonly Dictionary<string, string> _flags = [];
    private readonly Dictionary<string, string> _environment = [];

    private string File => _root.File("searchsettings.json");

    [Fact]
    public void Each_source_overrides_the_one_before_and_says_so()
    {
        AssertSlowQuery("500", SettingOrigin.Default, "");
        System.IO.File.WriteAllText(File, """{ "slow-query-ms": 1 } // a comment""");
        AssertSlowQuery("1", SettingOrigin.File, File);
        _environment["SEARCH_SLOW_QUERY_MS"] = "2";
        AssertSlowQuery("2", SettingOrigin.Environment, "SEARCH_SLOW_QUERY_MS");
        _flags["slow-query-ms"] = "3";
        AssertSlowQuery("3", SettingOrigin.Flag, "--slow-query-ms");
        _flags["slow-query-ms"] = " ";
        AssertSlowQuery("2", SettingOrigin.Environment, "SEARCH_SLOW_QUERY_MS");
    }

    [Fact]
    public void Another_settings_file_can_be_named_and_must_be_there()
    {
        _environment["SEARCH_SETTINGS"] = "other.json";
        Assert.Contains(_root.File("other.json"), Assert.Throws<SettingsException>(Load).Message, StringComparison.Ordinal);
        System.IO.File.WriteAllText(_root.File("other.json"), """{ "cors-origins": ["https://a.example", "https://b.example"], "Allow-Public": true }""");
        Assert.Equal(["https://a.example", "https://b.example"], Load().Values("cors-origins"));
        Assert.True(Load().Switch("allow-public"));
    }

    [Theory]
    [InlineData("""{ "slow-query-ms": "soon" }""", "slow-query-ms in ")]
    [InlineData("""{ "slow-query-ms": -1 }""", "from 0 to 600000")]
    [InlineData("""{ "slow-query": 1 }""", "no setting \"slow-query\"")]
    [InlineData("""{ "urls": { "a": 1 } }""", "urls is a text")]
    [InlineData("""[]""", "not a JSON object")]
    [InlineData("""{ "urls": """, "not JSON")]
    [InlineData("""{ "role": "both" }""", "one of all, serve, index")]
    [InlineData("""{ "otlp-endpoint": "localhost:4317" }""", "otlp-endpoint in ")]
    public void A_file_that_cannot_be_is_refused_by_name_and_place(string json, string reason)
    {
        System.IO.File.WriteAllText(File, json);
        string message = Assert.Throws<SettingsException>(Load).Message;
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.Contains(File, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_default_fits_its_own_form() => Assert.All(
        KnownSettings.All, setting => Assert.True(setting.Form.Fits(setting.Default), setting.Name));

    [Fact]
    public void The_table_shows_every_setting_with_its_origin()
    {
        _flags["index"] = "somewhere";
        var settings = Load();
        string[] lines = SettingsTable.ToText(settings).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(KnownSettings.All.Select(setting => setting.Name), lines.Select(line => line.Split(' ')[0]));
        Assert.Matches($"^index +{System.Text.RegularExpressions.Regex.Escape(_root.File("somewhere"))} +flag --index$", lines.Single(line => line.StartsWith("index ", StringComparison.Ordinal)));
        using var document = JsonDocument.Parse(SettingsTable.ToJson(settings));
        Assert.Equal(KnownSettings.All.Select(setting => setting.Meaning), document.RootElement.EnumerateArray().Select(item => item.GetProperty("meaning").GetString()));
    }

    public void Dispose() => _root.Dispose();

    private SettingSet Load() => SettingSet.Load(_root.Path, _flags, name => _environment.GetValueOrDefault(name));

    private void AssertSlowQuery(string value, SettingOrigin origin, string place)
    {
        Setting setting = Load()["slow-query-ms"];
        Assert.Equal((value, origin, place), (setting.Value, setting.Origin, setting.Place));
    }
}
