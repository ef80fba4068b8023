namespace Search.Engine.Indexing.Merging;

/// <summary>Memory that a merge holds in proportion to its input, and the most it ever held.</summary>
/// <remarks>Fixed buffers (one decoded block or leaf a source, output buffers) do not count. One thread at a time.</remarks>
internal sealed class MergeMeter
{
    private long _bytes;

    /// <summary>Most bytes held at a time.</summary>
    public long PeakBytes { get; private set; }

    public void Add(long bytes)
    {
        _bytes += bytes;
        PeakBytes = Math.Max(PeakBytes, _bytes);
    }

    public void Remove(long bytes) => _bytes -= bytes;
}
