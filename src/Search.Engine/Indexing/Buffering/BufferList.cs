using System.Runtime.CompilerServices;

namespace Search.Engine.Indexing.Buffering;

/// <summary>A growing array of plain values whose capacity is metered.</summary>
internal sealed class BufferList<T>(BufferMeter meter)
    where T : unmanaged
{
    private const int FirstCapacity = 16;

    private T[] _items = [];

    public int Count { get; private set; }

    /// <summary>All values; valid until the next addition.</summary>
    public Span<T> Items => _items.AsSpan(0, Count);

    public ReadOnlyMemory<T> Memory => _items.AsMemory(0, Count);

    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Items[index];
    }

    public void Add(T item)
    {
        EnsureCapacity(Count + 1);
        _items[Count++] = item;
    }

    public void AddRange(ReadOnlySpan<T> items)
    {
        EnsureCapacity(checked(Count + items.Length));
        items.CopyTo(_items.AsSpan(Count));
        Count += items.Length;
    }

    /// <summary>Appends zeros until there are at least <paramref name="count"/> values.</summary>
    public void GrowTo(int count)
    {
        if (count <= Count)
            return;
        EnsureCapacity(count);
        Count = count;
    }

    private void EnsureCapacity(int needed)
    {
        if (needed <= _items.Length)
            return;
        long doubled = Math.Max(FirstCapacity, _items.Length * 2L);
        int capacity = (int)Math.Min(Array.MaxLength, Math.Max(needed, doubled));
        meter.Add((long)(capacity - _items.Length) * Unsafe.SizeOf<T>());
        Array.Resize(ref _items, capacity);
    }
}
