using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Search.Engine.Search.Scorers;

/// <summary>A range of documents with a flag each: what counting needs.</summary>
/// <remarks>
/// A byte each, because a byte is written without reading what stood there; a bit would wait for its neighbour that was just written. One
/// thread; given back with the arena.
/// </remarks>
internal sealed class FlagWindow
{
    /// <summary>Documents of a window; with another window they stay in the first-level cache.</summary>
    public const int Size = 1 << 14;

    private readonly byte[] _flags = new byte[Size];
    private int _base;

    /// <summary>Takes all flags out and moves the window so that it starts with <paramref name="docId"/>.</summary>
    /// <returns>The end (exclusive) of the window.</returns>
    public int MoveTo(int docId)
    {
        _flags.AsSpan().Clear();
        _base = docId;
        return (int)Math.Min((long)docId + Size, int.MaxValue);
    }

    /// <summary>Number of documents with a flag.</summary>
    public int Count() => Vector256.IsHardwareAccelerated ? SumVector256(_flags) : SumScalar(_flags);

    /// <summary>Flags ascending documents of the window.</summary>
    public void Add(ReadOnlySpan<int> docs)
    {
        if (docs.IsEmpty)
            return;
        // Ids come from blocks that were checked to ascend: the ends stand for all.
        if (docs[0] < _base || docs[^1] - _base >= Size)
            throw new ArgumentOutOfRangeException(nameof(docs), $"documents {docs[0]} to {docs[^1]} in a window from {_base} on");
        ref byte flags = ref MemoryMarshal.GetArrayDataReference(_flags);
        ref int id = ref MemoryMarshal.GetReference(docs);
        var (first, i) = ((nint)_base, 0);
        for (; i <= docs.Length - 4; i += 4)
        {
            Unsafe.Add(ref flags, Unsafe.Add(ref id, i) - first) = 1;
            Unsafe.Add(ref flags, Unsafe.Add(ref id, i + 1) - first) = 1;
            Unsafe.Add(ref flags, Unsafe.Add(ref id, i + 2) - first) = 1;
            Unsafe.Add(ref flags, Unsafe.Add(ref id, i + 3) - first) = 1;
        }
        for (; i < docs.Length; i++)
            Unsafe.Add(ref flags, Unsafe.Add(ref id, i) - first) = 1;
    }

    /// <summary>Flags the members of a set in <c>[from, to)</c>, a range of the window.</summary>
    public void Add(FixedBitSet set, int from, int to)
    {
        for (int docId = set.NextSetBit(from); docId >= 0 && docId < to; docId = set.NextSetBit(docId + 1))
            _flags[docId - _base] = 1;
    }

    /// <summary>Keeps the flags of a set's members up to <paramref name="to"/>.</summary>
    public void Intersect(FixedBitSet set, int to)
    {
        for (int word = _base >> 6; word << 6 < to; word++)
        {
            for (ulong others = ~set.Words[word]; others != 0; others &= others - 1)
            {
                int docId = (word << 6) + BitOperations.TrailingZeroCount(others);
                if (docId >= _base && docId < to)
                    _flags[docId - _base] = 0;
            }
        }
    }

    /// <summary>Keeps the flags that another window of the same range has too.</summary>
    public void Intersect(FlagWindow other)
    {
        Debug.Assert(_base == other._base, "windows of different ranges");
        Span<ulong> flags = MemoryMarshal.Cast<byte, ulong>(_flags.AsSpan());
        ReadOnlySpan<ulong> others = MemoryMarshal.Cast<byte, ulong>(other._flags.AsSpan());
        for (var i = 0; i < flags.Length; i++)
            flags[i] &= others[i];
    }

    /// <summary>Puts the documents with a flag, from one of the window on, behind what a list holds, as many as there is room for.</summary>
    /// <returns>The document up to which (exclusive) all are listed.</returns>
    public int ListTo(Candidates list, int from)
    {
        for (int slot = from - _base; slot < Size; slot++)
        {
            int gap = _flags.AsSpan(slot).IndexOf((byte)1);
            if (gap < 0)
                break;
            slot += gap;
            if (list.Count == Candidates.Capacity)
                return _base + slot;
            list.Add(_base + slot, 0);
        }
        return (int)Math.Min((long)_base + Size, int.MaxValue);
    }

    /// <summary>The definition of <see cref="SumVector256"/>.</summary>
    internal static int SumScalar(ReadOnlySpan<byte> flags)
    {
        var sum = 0;
        foreach (byte flag in flags)
            sum += flag;
        return sum;
    }

    /// <summary>The sum of all flags of a window.</summary>
    internal static int SumVector256(ReadOnlySpan<byte> flags)
    {
        const int Lanes = 4;
        // No byte overflows: each of four sums takes in a quarter of the vectors.
        Debug.Assert(Size / Vector256<byte>.Count / Lanes < byte.MaxValue, "sums of flags that overflow");
        ref byte first = ref MemoryMarshal.GetReference(flags[..Size]);
        (Vector256<byte> a, Vector256<byte> b, Vector256<byte> c, Vector256<byte> d) = (default, default, default, default);
        var width = (nuint)Vector256<byte>.Count;
        for (nuint i = 0; i < Size; i += Lanes * width)
        {
            a += Vector256.LoadUnsafe(ref first, i);
            b += Vector256.LoadUnsafe(ref first, i + width);
            c += Vector256.LoadUnsafe(ref first, i + (2 * width));
            d += Vector256.LoadUnsafe(ref first, i + (3 * width));
        }
        return Sum(a) + Sum(b) + Sum(c) + Sum(d);

        static int Sum(Vector256<byte> sums)
        {
            (Vector256<ushort> low, Vector256<ushort> high) = Vector256.Widen(sums);
            return Vector256.Sum(low + high);
        }
    }
}
