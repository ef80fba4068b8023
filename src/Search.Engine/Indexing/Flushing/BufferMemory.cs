namespace Search.Engine.Indexing.Flushing;

/// <summary>What the changes of a writer hold in memory, in bytes.</summary>
/// <param name="Buffered">Buffers that take documents.</param>
/// <param name="Largest">The largest of them.</param>
/// <param name="Flushing">Buffers that are being written, or will be as soon as their thread gives them back.</param>
/// <param name="Deletes">Deletes that some document has not seen.</param>
internal readonly record struct BufferMemory(long Buffered, long Largest, long Flushing, long Deletes)
{
    public long Total => Buffered + Flushing + Deletes;
}
