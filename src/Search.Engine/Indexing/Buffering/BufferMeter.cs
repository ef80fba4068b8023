namespace Search.Engine.Indexing.Buffering;

/// <summary>Bytes of memory that the buffers of one segment in the making really hold.</summary>
internal sealed class BufferMeter
{
    public long Bytes { get; private set; }

    public void Add(long bytes) => Bytes += bytes;

    public void Reset() => Bytes = 0;
}
