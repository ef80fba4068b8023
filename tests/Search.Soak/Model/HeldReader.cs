using Search.Engine.Segments;

namespace Search.Soak.Model;

/// <summary>A reader that stays open over later changes, as a searching host has one, and what it must hold.</summary>
internal sealed class HeldReader : IDisposable
{
    private DirectoryReader? _reader;
    private object? _source;
    private IReadOnlyDictionary<string, Entry>? _holds;

    /// <summary>Brings it up to date and reads all of it.</summary>
    /// <param name="source">What opens it; a reader of another source is not asked what changed.</param>
    public void Refresh(
        object source, IReadOnlyDictionary<string, Entry> holds, Func<DirectoryReader> open, Func<DirectoryReader, DirectoryReader?> openIfChanged)
    {
        DirectoryReader? newer = _reader is null || _source != source ? open() : openIfChanged(_reader);
        if (newer is not null)
        {
            _reader?.Dispose();
            _reader = newer;
            _source = source;
        }
        _holds = holds;
        Check();
    }

    /// <summary>If it is open it holds what it held when it was opened.</summary>
    /// <exception cref="SoakFailureException">It does not.</exception>
    public void Check()
    {
        if (_reader is not null)
            RecoveredIndex.CheckContent(_reader, _holds!);
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _reader = null;
    }
}
