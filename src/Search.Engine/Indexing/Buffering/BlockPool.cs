using System.Collections.Concurrent;

namespace Search.Engine.Indexing.Buffering;

/// <summary>The blocks of memory of which all buffers of a writer are made: what a flush frees, the next documents take.</summary>
/// <remarks>
/// So the process grows to the largest sum that the buffers ever held at one time, and buffering leaves next to nothing for the
/// collector. Blocks are smaller than what goes to the large object heap. Shareable between threads.
/// </remarks>
internal sealed class BlockPool
{
    public const int BlockShift = 16;

    public const int BlockBytes = 1 << BlockShift;

    private readonly ConcurrentStack<byte[]> _free = new();

    /// <summary>Memory that no buffer uses now.</summary>
    public long FreeBytes => (long)_free.Count * BlockBytes;

    /// <summary>A block with whatever was in it.</summary>
    public byte[] Take() => _free.TryPop(out byte[]? block) ? block : GC.AllocateUninitializedArray<byte>(BlockBytes);

    /// <summary>Takes blocks back that nobody uses any more.</summary>
    public void GiveBack(List<byte[]> blocks)
    {
        if (blocks.Count > 0)
            _free.PushRange([.. blocks]);
    }
}
