using System.Diagnostics;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Packed;

/// <summary>Any number of a non-decreasing sequence, read where it lies.</summary>
/// <remarks>Shareable between threads. README.md, "Monotonic sequence"; container notes, section 2.4.</remarks>
internal sealed class MonotonicReader
{
    public const int MinBlockShift = 2;
    public const int MaxBlockShift = 22;
    public const int MetaBytesPerBlock = 21;

    private readonly Block[] _blocks;
    private readonly int _blockShift;

    private MonotonicReader(Block[] blocks, long count, int blockShift, long byteCount)
    {
        _blocks = blocks;
        Count = count;
        ByteCount = byteCount;
        _blockShift = blockShift;
    }

    /// <summary>Number of numbers.</summary>
    public long Count { get; }

    /// <summary>Bytes of the packed numbers of all blocks.</summary>
    public long ByteCount { get; }

    /// <summary>Reads the blocks' lines from the meta input's position; the packed numbers stay where they are.</summary>
    /// <param name="data">Starts where the sequence's data starts (a slice); borrowed.</param>
    /// <exception cref="CorruptIndexException">The blocks do not fit into the inputs.</exception>
    public static MonotonicReader Read(IndexInput meta, long count, int blockShift, IndexInput data)
    {
        if (blockShift is < MinBlockShift or > MaxBlockShift)
            throw new CorruptIndexException($"a monotonic sequence with block shift {blockShift}", meta);
        if (count < 0 || count >> blockShift > meta.Remaining / MetaBytesPerBlock)
            throw new CorruptIndexException($"a monotonic sequence of {count} numbers", meta);

        long blockLength = 1L << blockShift;
        var blocks = new Block[(int)((count + blockLength - 1) >> blockShift)];
        var byteCount = 0L;
        for (var i = 0; i < blocks.Length; i++)
        {
            long min = meta.ReadInt64();
            float slope = BitConverter.Int32BitsToSingle(meta.ReadInt32());
            long offset = meta.ReadInt64();
            int width = meta.ReadByte();
            long length = Math.Min(blockLength, count - ((long)i << blockShift));
            // Without packed numbers the offset means nothing.
            blocks[i] = new Block(min, slope, PackedReader.Open(data, width == 0 ? 0 : offset, length, width));
            if (width != 0)
                byteCount = Math.Max(byteCount, offset + PackedReader.ByteCount(length, width));
        }
        return new MonotonicReader(blocks, count, blockShift, byteCount);
    }

    /// <summary>The number at an index in <c>[0, Count)</c>.</summary>
    public long Get(long index)
    {
        Debug.Assert(index >= 0 && index < Count);
        ref readonly Block block = ref _blocks[index >> _blockShift];
        long inBlock = index & ((1L << _blockShift) - 1);
        return block.Min + OnLine(block.Slope, (int)inBlock) + block.Deviations.Get(inBlock);
    }

    /// <summary>The last index in <c>[0, Count)</c> whose number is at most <paramref name="value"/>; -1 when there is none.</summary>
    public long LastAtMost(long value)
    {
        long low = -1;
        long high = Count - 1;
        while (low < high)
        {
            long middle = low + ((high - low + 1) >> 1);
            if (Get(middle) <= value)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    /// <summary>The line's height: one rounding of the product in 32-bit floats, then truncation, as the format says.</summary>
    internal static long OnLine(float slope, int index) => (long)(slope * (float)index);

    private readonly record struct Block(long Min, float Slope, PackedReader Deviations);
}
