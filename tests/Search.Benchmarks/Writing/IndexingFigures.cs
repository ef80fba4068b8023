namespace Search.Benchmarks.Writing;

/// <summary>What one run of <c>bench-index</c> prints, ours and the oracle's.</summary>
/// <param name="CommitSeconds">From the first line read to the end of the commit.</param>
/// <param name="CpuSeconds">Processor time of the whole process up to then.</param>
/// <param name="Bytes">Size of the index as committed: as many segments as there are, not merged to one.</param>
/// <param name="ForceMergeSeconds">How long merging to one segment took afterwards; null when that was not asked for.</param>
/// <param name="BytesMerged">Size of the index afterwards.</param>
internal sealed record IndexingFigures(
    string Engine,
    long Documents,
    int Threads,
    double CommitSeconds,
    double CpuSeconds,
    double DocsPerSecond,
    int Segments,
    long Bytes,
    IReadOnlyDictionary<string, long> Memory,
    double? ForceMergeSeconds = null,
    long? BytesMerged = null)
{
    /// <summary>Processor time for a paragraph.</summary>
    public double CpuMicrosecondsADocument => CpuSeconds * 1e6 / Documents;
}
