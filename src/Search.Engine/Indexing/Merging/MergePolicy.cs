namespace Search.Engine.Indexing.Merging;

/// <summary>Decides which segments should become one.</summary>
/// <remarks>A pure function of sizes: it does nothing itself, keeps nothing, and is shareable between threads.</remarks>
public abstract class MergePolicy
{
    /// <summary>Merges that keep the number of segments and of deleted documents within bounds.</summary>
    /// <param name="segments">All segments of the index.</param>
    /// <returns>Disjoint groups of the given segments, none of which is merging; documents follow in the order of the group. Often none.</returns>
    public abstract IReadOnlyList<IReadOnlyList<SegmentSize>> FindMerges(IReadOnlyList<SegmentSize> segments);

    /// <summary>Merges that lead to at most <paramref name="maxSegments"/> segments; asked again after they are done, until there are none.</summary>
    /// <param name="segments">All segments of the index.</param>
    /// <param name="maxSegments">At least 1.</param>
    public abstract IReadOnlyList<IReadOnlyList<SegmentSize>> FindForcedMerges(IReadOnlyList<SegmentSize> segments, int maxSegments);

    /// <summary>Merges that drop deleted documents where they are many.</summary>
    /// <param name="segments">All segments of the index.</param>
    public abstract IReadOnlyList<IReadOnlyList<SegmentSize>> FindForcedDeletesMerges(IReadOnlyList<SegmentSize> segments);

    /// <summary>Whether a merged segment's files are packed in one.</summary>
    /// <param name="bytes">Bytes of the merged segment.</param>
    /// <param name="totalBytes">Live bytes of all segments of the index before the merge.</param>
    public abstract bool PacksMerged(long bytes, long totalBytes);
}
