using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Settings.Keys;

/// <summary>The file of keys: JSON, readable by its owner alone.</summary>
public static class KeyFile
{
    private const int MostKeys = 1000;
    private const long LongestBytes = 1 << 20;

    /// <summary>The keys in a file; none when there is no file.</summary>
    /// <exception cref="SettingsException">The file cannot be read or is no file of keys.</exception>
    public static IReadOnlyList<StoredKey> Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            if (!File.Exists(path))
                return [];
            if (new FileInfo(path).Length > LongestBytes)
                throw new SettingsException($"{path} is too large for a file of keys");
            StoredKey[] keys = JsonSerializer.Deserialize(File.ReadAllBytes(path), KeyJson.Default.StoredKeyArray) ?? [];
            if (Array.Exists(keys, key => key is not { Id.Length: > 0, Hash.Length: 64 } || !key.Hash.All(char.IsAsciiHexDigit)))
                throw new SettingsException($"{path} is not a file of keys: an id or a hash is missing");
            return keys;
        }
        catch (JsonException fault)
        {
            throw new SettingsException($"{path} is not a file of keys: {fault.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{path} cannot be read: {fault.Message}");
        }
    }

    /// <summary>Replaces the file as a whole: whoever reads it sees the old keys or the new ones.</summary>
    /// <exception cref="SettingsException">There are too many keys.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(string path, IReadOnlyList<StoredKey> keys)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count > MostKeys)
            throw new SettingsException($"{path} holds {MostKeys} keys at most");
        string staging = $"{path}.new";
        File.Delete(staging);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(staging, options))
        {
            JsonSerializer.Serialize(file, [.. keys], KeyJson.Default.StoredKeyArray);
            file.Flush(flushToDisk: true);
        }
        File.Move(staging, path, overwrite: true);
    }
}

/// <summary>How keys are kept.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(StoredKey[]))]
internal sealed partial class KeyJson : JsonSerializerContext;
