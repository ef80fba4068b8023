using Search.Settings;
using Search.Settings.Keys;

namespace Search.Hosts.Tests.Settings;

/// <summary>Keys, and how they are kept.</summary>
public sealed class KeyFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("keys.json");

    [Fact]
    public void A_key_is_kept_as_a_hash_in_a_file_of_its_owner_and_is_recognised()
    {
        (StoredKey stored, string text) = ApiKey.Create(KeyRole.Admin, "the importer", DateTimeOffset.UnixEpoch);
        (StoredKey other, string otherText) = ApiKey.Create(KeyRole.Search, "", DateTimeOffset.UnixEpoch);
        KeyFile.Save(File, [stored, other]);
        string json = System.IO.File.ReadAllText(File);
        Assert.DoesNotContain(text, json, StringComparison.Ordinal);
        Assert.DoesNotContain(text[^20..], json, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        IReadOnlyList<StoredKey> keys = KeyFile.Load(File);
        Assert.Equal([stored, other], keys);
        Assert.Equal(stored, ApiKey.Recognise(text, keys));
        Assert.Equal(other, ApiKey.Recognise(otherText, keys));
    }

    [Fact]
    public void What_is_not_the_whole_key_is_none()
    {
        (StoredKey stored, string text) = ApiKey.Create(KeyRole.Search, "", DateTimeOffset.UnixEpoch);
        foreach (string wrong in new[] { "", text[..^1], text + "A", text.ToUpperInvariant(), stored.Id, stored.Hash, $"search_{stored.Id}_", new string('a', 100_000) })
            Assert.Null(ApiKey.Recognise(wrong, [stored]));
    }

    [Fact]
    public void Keys_are_of_256_random_bits() => Assert.All(
        Enumerable.Range(0, 50).Select(_ => ApiKey.Create(KeyRole.Search, "", DateTimeOffset.UnixEpoch).Text).Distinct().ToArray() is { Length: 50 } keys ? keys : [""],
        text => Assert.Matches("^search_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$", text));

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{}")]
    [InlineData("""[{ "id": "a", "role": "search", "hash": "00", "created": "2026-01-01T00:00:00Z", "note": "" }]""")]
    [InlineData("""[{ "role": "search" }]""")]
    [InlineData("[null]")]
    public void A_file_that_is_none_of_keys_is_refused(string text)
    {
        System.IO.File.WriteAllText(File, text);
        Assert.Contains(File, Assert.Throws<SettingsException>(() => KeyFile.Load(File)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_file_there_are_no_keys() => Assert.Empty(KeyFile.Load(File));

    public void Dispose() => _folder.Dispose();
}
