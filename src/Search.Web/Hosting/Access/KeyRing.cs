using Search.Settings;
using Search.Settings.Keys;

namespace Search.Web.Hosting.Access;

/// <summary>The keys that the host knows: read again when their file has changed.</summary>
/// <remarks>Shareable. A file that became unreadable changes nothing: the keys before hold, and the log says so.</remarks>
internal sealed partial class KeyRing
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly ILogger<KeyRing> _log;
    private readonly Lock _loading = new();
    private IReadOnlyList<StoredKey> _keys;
    private (DateTime Written, long Length) _stamp;
    private long _looked;

    /// <exception cref="SettingsException">The file is no file of keys.</exception>
    public KeyRing(HostSettings settings, TimeProvider time, ILogger<KeyRing> log)
    {
        _path = settings.All.Place("keys");
        _time = time;
        _log = log;
        _stamp = Stamp();
        _keys = KeyFile.Load(_path);
        _looked = time.GetTimestamp();
    }

    /// <summary>Whether reading needs a key because there are keys for it.</summary>
    public bool HasSearchKeys => Current().Any(key => key.Role == KeyRole.Search);

    /// <summary>The key that a text is; null when it is none.</summary>
    public StoredKey? Recognise(string text) => ApiKey.Recognise(text, Current());

    private IReadOnlyList<StoredKey> Current()
    {
        if (_time.GetElapsedTime(Volatile.Read(ref _looked)) < Interval)
            return Volatile.Read(ref _keys);
        lock (_loading)
        {
            Volatile.Write(ref _looked, _time.GetTimestamp());
            (DateTime, long) stamp = Stamp();
            if (stamp != _stamp)
                Load(stamp);
            return _keys;
        }
    }

    private void Load((DateTime, long) stamp)
    {
        try
        {
            Volatile.Write(ref _keys, KeyFile.Load(_path));
            _stamp = stamp;
            LogLoaded(_log, _path, _keys.Count);
        }
        catch (SettingsException fault)
        {
            LogUnreadable(_log, fault.Message);
        }
    }

    private (DateTime Written, long Length) Stamp()
    {
        var file = new FileInfo(_path);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
    }

    [LoggerMessage(LogLevel.Information, "{Path}: {Count} keys")]
    private static partial void LogLoaded(ILogger log, string path, int count);

    [LoggerMessage(LogLevel.Error, "The keys before stay in force: {Reason}")]
    private static partial void LogUnreadable(ILogger log, string reason);
}
