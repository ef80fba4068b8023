namespace Search.Benchmarks.Writing;

/// <summary>What one run of <c>bench-merge</c> prints.</summary>
/// <param name="Seconds">From opening the writer to the end of the commit.</param>
/// <param name="CpuSeconds">Processor time of the process in that time.</param>
/// <param name="Bytes">Size of the index afterwards.</param>
/// <param name="RssAnonPeakMB">Most anonymous memory of the process.</param>
internal sealed record MergingFigures(int SegmentsBefore, int Segments, double Seconds, double CpuSeconds, long Bytes, long RssAnonPeakMB);
