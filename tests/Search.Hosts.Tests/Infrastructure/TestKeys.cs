using Search.Settings.Keys;

namespace Search.Hosts.Tests.Infrastructure;

/// <summary>A file of keys for a host.</summary>
public sealed class TestKeys : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<StoredKey> _keys = [];

    public string Path => _folder.File("keys.json");

    /// <summary>Makes a key and returns its text.</summary>
    public string Add(string role)
    {
        (StoredKey stored, string text) = ApiKey.Create(Enum.Parse<KeyRole>(role, ignoreCase: true), "", DateTimeOffset.UnixEpoch);
        _keys.Add(stored);
        KeyFile.Save(Path, _keys);
        return text;
    }

    public void Dispose() => _folder.Dispose();
}
