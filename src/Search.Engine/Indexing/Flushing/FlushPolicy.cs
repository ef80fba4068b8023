namespace Search.Engine.Indexing.Flushing;

/// <summary>When buffered changes become segments, and when adding has to wait for that.</summary>
/// <param name="BudgetBytes">Memory that buffers, flushes and deletes may hold together.</param>
internal readonly record struct FlushPolicy(long BudgetBytes)
{
    /// <summary>Whether it is time to flush the largest buffer.</summary>
    /// <remarks>
    /// An eighth of the budget is room for what is added while the flush is on its way. Beside a flush another one starts
    /// only for a buffer that is worth a segment: a small one would hardly free memory.
    /// </remarks>
    public bool ShouldFlushLargest(in BufferMemory memory) =>
        memory.Total >= BudgetBytes - BudgetBytes / 8 && memory.Largest > 0 && (memory.Flushing == 0 || memory.Largest >= BudgetBytes / 16);

    /// <summary>Whether it is time to flush everything, because only then all deletes can be forgotten.</summary>
    public bool ShouldFlushAll(in BufferMemory memory) => memory.Deletes >= (BudgetBytes + 1) / 2;

    /// <summary>Whether nothing may be added until a flush has freed memory.</summary>
    /// <remarks>The last sixteenth is for the blocks that other threads are adding at this moment.</remarks>
    public bool MustWait(in BufferMemory memory) => memory.Total >= BudgetBytes - BudgetBytes / 16 && memory.Flushing > 0;
}
