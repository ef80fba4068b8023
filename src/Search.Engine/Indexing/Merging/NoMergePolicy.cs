namespace Search.Engine.Indexing.Merging;

/// <summary>Leaves all segments as they are; segments without live documents are dropped all the same.</summary>
public sealed class NoMergePolicy : MergePolicy
{
    private NoMergePolicy()
    {
    }

    /// <summary>The policy.</summary>
    public static NoMergePolicy Instance { get; } = new();

    /// <inheritdoc/>
    public override IReadOnlyList<IReadOnlyList<SegmentSize>> FindMerges(IReadOnlyList<SegmentSize> segments) => [];

    /// <inheritdoc/>
    public override IReadOnlyList<IReadOnlyList<SegmentSize>> FindForcedMerges(IReadOnlyList<SegmentSize> segments, int maxSegments) => [];

    /// <inheritdoc/>
    public override IReadOnlyList<IReadOnlyList<SegmentSize>> FindForcedDeletesMerges(IReadOnlyList<SegmentSize> segments) => [];

    /// <inheritdoc/>
    public override bool PacksMerged(long bytes, long totalBytes) => false;
}
