namespace Search.Engine.Search.Scorers;

/// <summary>Scratch objects of one kind that a search has borrowed from a pool.</summary>
/// <remarks>One thread; the pool is shared.</remarks>
internal sealed class Lending<T>(Pool<T> pool, Func<T> make)
    where T : class
{
    private readonly List<T> _lent = [];

    /// <summary>One that is the borrower's own until all are given back; whatever it holds.</summary>
    public T Rent()
    {
        T item = pool.TryTake(out T? pooled) ? pooled : make();
        _lent.Add(item);
        return item;
    }

    /// <summary>Gives all back.</summary>
    /// <param name="clean">What is done to each before.</param>
    public void GiveBack(Action<T>? clean = null)
    {
        foreach (T item in _lent)
        {
            clean?.Invoke(item);
            pool.Give(item);
        }
        _lent.Clear();
    }
}
