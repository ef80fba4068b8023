namespace Search.Engine.Store;

/// <summary>Closes what an unfinished <c>Open</c> holds, unless <see cref="Release{T}"/> is reached.</summary>
/// <example><code>
/// using var opened = new DisposeOnFailure();
/// IndexInput docs = opened.Add(segment.OpenInput("doc"));
/// return opened.Release(new Reader(docs));
/// </code></example>
internal sealed class DisposeOnFailure : IDisposable
{
    private readonly List<IDisposable> _held = [];

    /// <summary>Takes charge of <paramref name="resource"/> until it is released.</summary>
    public T Add<T>(T resource)
        where T : IDisposable
    {
        _held.Add(resource);
        return resource;
    }

    /// <summary>Lets go of everything: <paramref name="owner"/> is responsible now.</summary>
    public T Release<T>(T owner)
    {
        _held.Clear();
        return owner;
    }

    /// <summary>Closes what is still held, the last opened first.</summary>
    public void Dispose()
    {
        IDisposable[] held = [.. _held];
        _held.Clear();
        Array.Reverse(held);
        Closing.All(held);
    }
}
