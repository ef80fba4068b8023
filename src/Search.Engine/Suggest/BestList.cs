namespace Search.Engine.Suggest;

/// <summary>The best of what is added, best first; of equals those that were added first.</summary>
/// <param name="size">How many are kept.</param>
/// <param name="compare">Below 0 when the first is better.</param>
internal sealed class BestList<T>(int size, Comparison<T> compare)
{
    private readonly List<T> _items = [];

    public IReadOnlyList<T> Items => _items;

    /// <summary>Whether an item would be kept.</summary>
    public bool Takes(T item) => _items.Count < size || compare(item, _items[^1]) < 0;

    /// <summary>Adds an item if it is good enough.</summary>
    public void Add(T item)
    {
        if (!Takes(item))
            return;
        int at = _items.Count;
        while (at > 0 && compare(item, _items[at - 1]) < 0)
            at--;
        _items.Insert(at, item);
        if (_items.Count > size)
            _items.RemoveAt(size);
    }
}
