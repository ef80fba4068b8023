namespace Search.Engine.Indexing.Flushing;

/// <summary>When buffered changes become a segment.</summary>
/// <param name="BufferBytes">Memory that documents and deletes may hold together.</param>
internal readonly record struct FlushPolicy(long BufferBytes)
{
    /// <summary>Whether it is time, with this much memory in use.</summary>
    public bool ShouldFlush(long documentBytes, long deleteBytes) => documentBytes + deleteBytes >= BufferBytes;
}
