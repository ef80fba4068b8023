namespace Search.Engine.Segments;

/// <summary>What a check of an index found.</summary>
/// <param name="Generation">Number of the commit that was checked.</param>
/// <param name="Segments">Its segments in order; those of which not even the description can be read come last.</param>
/// <param name="Problems">What concerns no single segment; empty when there is nothing.</param>
public sealed record IndexCheckReport(long Generation, IReadOnlyList<SegmentCheckReport> Segments, IReadOnlyList<string> Problems)
{
    /// <summary>Whether no problem was found.</summary>
    public bool IsSound => Problems.Count == 0 && Segments.All(segment => segment.Problems.Count == 0);

    /// <summary>Whether the commit itself could be read, so that its sound segments can be saved.</summary>
    public bool IsCommitReadable { get; init; } = true;
}
