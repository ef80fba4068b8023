namespace Search.Hosts.Tests.Cli;

/// <summary><c>search config</c> and <c>search keys</c>.</summary>
public sealed class ConfigAndKeysTests(SearchTool search) : IClassFixture<SearchTool>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Settings_are_shown_with_their_origin_and_a_wrong_one_is_refused()
    {
        File.WriteAllText(_folder.File("s.json"), """{ "requests-per-minute": 7 }""");
        SearchTool.Outcome shown = search.Run("config", "--settings", _folder.File("s.json"));
        Assert.Equal((0, ""), (shown.ExitCode, shown.Error));
        Assert.Matches("(?m)^requests-per-minute +7 +file .*s.json$", shown.Output);
        Assert.Matches("(?m)^urls +http://127.0.0.1:5080 +default$", shown.Output);
        File.WriteAllText(_folder.File("s.json"), """{ "requests-per-minute": "many" }""");
        SearchTool.Outcome refused = search.Run("config", "--settings", _folder.File("s.json"));
        Assert.Equal((64, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("a whole number", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_settings_file_ends_every_command_with_a_sentence()
    {
        string file = Path.Combine(search.Folder, "searchsettings.json");
        File.WriteAllText(file, """{ "nope": 1 }""");
        try
        {
            SearchTool.Outcome refused = search.Run("query", "Kim");
            Assert.Equal((64, $"search: {file}: there is no setting \"nope\"\n"), (refused.ExitCode, refused.Error));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_key_is_shown_once_listed_without_it_and_revoked()
    {
        string keys = _folder.File("keys.json");
        SearchTool.Outcome created = search.Run("keys", "create", "--role", "admin", "--note", "importer", "--keys", keys);
        Assert.Equal(0, created.ExitCode);
        string key = created.Output.Trim();
        Assert.Matches("^search_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$", key);
        SearchTool.Outcome listed = search.Run("keys", "list", "--keys", keys);
        string id = key.Split('_')[1];
        Assert.Matches($"^{id}  admin   [-0-9]+ [:0-9]+  importer\n$", listed.Output);
        Assert.DoesNotContain(key, File.ReadAllText(keys), StringComparison.Ordinal);
        Assert.Equal(2, search.Run("keys", "revoke", "none", "--keys", keys).ExitCode);
        Assert.Equal(0, search.Run("keys", "revoke", id, "--keys", keys).ExitCode);
        Assert.Equal("", search.Run("keys", "list", "--keys", keys).Output);
        Assert.Equal(64, search.Run("keys", "create", "--role", "root", "--keys", keys).ExitCode);
    }

    public void Dispose() => _folder.Dispose();
}
