using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Search.Engine.Indexing.Buffering;

/// <summary>A growing list of plain values in metered memory: a small array that doubles, then blocks.</summary>
/// <remarks>Nothing is copied once it stands in blocks. One thread at a time; empty again only as a new list.</remarks>
internal sealed class BufferList<T>(BufferMeter meter)
    where T : unmanaged
{
    private const int FirstCapacity = 16;
    private const int LargestArrayBytes = BlockPool.BlockBytes / 2;

    // Values of a block: a power of two, so that a place is found with a shift.
    private static readonly int Shift = BitOperations.Log2((uint)(BlockPool.BlockBytes / Unsafe.SizeOf<T>()));

    private byte[][] _blocks = [[]]; // the first one may still be small
    private int _capacity;

    public int Count { get; private set; }

    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(index));
            return ref Unsafe.Add(ref First(_blocks[index >> Shift]), index & ((1 << Shift) - 1));
        }
    }

    public void Add(T item)
    {
        if (Count == _capacity)
            Grow();
        Count++;
        this[Count - 1] = item;
    }

    public void AddRange(ReadOnlySpan<T> items)
    {
        foreach (T item in items)
            Add(item);
    }

    /// <summary>Appends zeros until there are at least <paramref name="count"/> values.</summary>
    public void GrowTo(int count)
    {
        while (Count < count)
            Add(default);
    }

    /// <summary>Copies values to a span as long as the values that are wanted.</summary>
    public void CopyTo(int start, Span<T> destination)
    {
        for (var i = 0; i < destination.Length; i++)
            destination[i] = this[start + i];
    }

    /// <summary>All values in one array.</summary>
    public T[] ToArray()
    {
        T[] all = GC.AllocateUninitializedArray<T>(Count);
        for (var start = 0; start < Count; start += 1 << Shift)
        {
            int length = Math.Min(Count - start, 1 << Shift);
            MemoryMarshal.Cast<byte, T>(_blocks[start >> Shift])[..length].CopyTo(all.AsSpan(start));
        }
        return all;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T First(byte[] block) => ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(block));

    private void Grow()
    {
        if (_capacity < 1 << Shift)
        {
            GrowFirst();
            return;
        }
        int last = _capacity >> Shift;
        if (last == _blocks.Length)
            Array.Resize(ref _blocks, _blocks.Length * 2);
        _blocks[last] = meter.TakeBlock();
        _capacity = checked(_capacity + (1 << Shift));
    }

    private void GrowFirst()
    {
        byte[] small = _blocks[0];
        int capacity = Math.Max(FirstCapacity, _capacity * 2);
        if (capacity * Unsafe.SizeOf<T>() > LargestArrayBytes)
        {
            _blocks[0] = meter.TakeBlock();
            capacity = 1 << Shift;
        }
        else
        {
            _blocks[0] = GC.AllocateUninitializedArray<byte>(capacity * Unsafe.SizeOf<T>());
            meter.Add(_blocks[0].Length);
        }
        small.CopyTo(_blocks[0], 0);
        meter.Add(-small.Length);
        _capacity = capacity;
    }
}
