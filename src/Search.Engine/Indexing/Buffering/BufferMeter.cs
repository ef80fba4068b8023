namespace Search.Engine.Indexing.Buffering;

/// <summary>The memory of one segment in the making: gives out blocks and counts all that the buffers really hold.</summary>
/// <remarks>One thread at a time.</remarks>
internal sealed class BufferMeter(BlockPool pool)
{
    private readonly List<byte[]> _taken = [];

    /// <summary>Memory in use, in bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>Counts memory that does not come in blocks; negative when it is given up.</summary>
    public void Add(long bytes) => Bytes += bytes;

    /// <summary>A block of <see cref="BlockPool.BlockBytes"/> with whatever was in it, until <see cref="Reset"/>.</summary>
    public byte[] TakeBlock()
    {
        byte[] block = pool.Take();
        _taken.Add(block);
        Bytes += BlockPool.BlockBytes;
        return block;
    }

    /// <summary>Gives all blocks back: nobody may use them any more.</summary>
    public void Reset()
    {
        pool.GiveBack(_taken);
        _taken.Clear();
        Bytes = 0;
    }
}
