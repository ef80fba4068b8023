using System.Diagnostics.CodeAnalysis;

namespace Search.Engine.Util;

/// <summary>Objects that wait for their next use, at most so many: what is given beyond is left to the garbage collector.</summary>
/// <remarks>Shareable between threads. The one given last is taken first: the processor's caches still have it.</remarks>
internal sealed class Pool<T>(int most)
    where T : class
{
    private readonly Stack<T> _waiting = new();
    private readonly Lock _lock = new();

    /// <summary>Takes one, whose user is alone with it; false when none waits.</summary>
    public bool TryTake([NotNullWhen(true)] out T? item)
    {
        lock (_lock)
            return _waiting.TryPop(out item);
    }

    /// <summary>Gives one that nobody uses any more.</summary>
    public void Give(T item)
    {
        lock (_lock)
        {
            if (_waiting.Count < most)
                _waiting.Push(item);
        }
    }
}
