using Search.Engine.Codecs.Packed;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Numbers in blocks, each with its own minimum and width.</summary>
/// <remarks>Column notes, section 3.4. Keeps the block of the last slot, so a cursor takes one of its own (<see cref="Open"/>).</remarks>
internal sealed class BlockValues(IndexInput data, long jumpTable, long count, int blockShift, long gcd) : NumericValues
{
    private long _block = -1;
    private long _min;
    private PackedReader _packed;

    public override NumericValues Open() => new BlockValues(data, jumpTable, count, blockShift, gcd);

    public override long Get(long slot)
    {
        long block = slot >> blockShift;
        if (block != _block)
            Load(block);
        return _min + gcd * _packed.Get(slot & ((1L << blockShift) - 1));
    }

    private void Load(long block)
    {
        long at = data.Int64At(jumpTable + 8 * block);
        int width = data.ByteAt(at);
        _block = -1;
        _min = data.Int64At(at + 1);
        long length = Math.Min(1L << blockShift, count - (block << blockShift));
        const int HeaderBytes = 1 + 8 + 4; // width, minimum, bytes of the numbers
        _packed = PackedReader.Open(data, width == 0 ? 0 : at + HeaderBytes, length, width);
        _block = block;
    }
}
