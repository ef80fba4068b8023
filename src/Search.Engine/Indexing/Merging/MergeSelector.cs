using Search.Engine.Codecs;
using Search.Engine.Store;

namespace Search.Engine.Indexing.Merging;

/// <summary>Asks the policy which segments to merge, and queues what it says.</summary>
/// <remarks>The writer's lock guards it: sizes of files are looked up once a segment.</remarks>
internal sealed class MergeSelector(IndexDirectory directory, MergeQueue queue, MergePolicy policy)
{
    private Dictionary<string, (SegmentCommitInfo Written, long Bytes)> _bytes = new(StringComparer.Ordinal);

    /// <summary>Queues the merges that are due by themselves.</summary>
    public void QueueDue(SegmentList list) => Queue(policy.FindMerges(SizesOf(list)));

    /// <summary>Queues the next merges towards at most so many segments; false when there are none.</summary>
    public bool QueueForced(SegmentList list, ForcedMerge forced, int maxSegments) =>
        Queue(policy.FindForcedMerges(SizesOf(list, forced), maxSegments)).Count > 0;

    /// <summary>Queues the merges that drop deleted documents where they are many.</summary>
    public IReadOnlyList<PendingMerge> QueueForcedDeletes(SegmentList list) => Queue(policy.FindForcedDeletesMerges(SizesOf(list)));

    /// <summary>Whether a merged segment of that many bytes is packed in one file.</summary>
    public bool Packs(SegmentList list, long bytes) => policy.PacksMerged(bytes, list.Segments.Sum(segment => SizeOf(segment).LiveBytes));

    private List<PendingMerge> Queue(IReadOnlyList<IReadOnlyList<SegmentSize>> groups) =>
        [.. groups.Select(group => queue.Add(group.Select(segment => segment.Name)))];

    private SegmentSize[] SizesOf(SegmentList list, ForcedMerge? forced = null)
    {
        SegmentSize[] sizes =
        [
            .. list.Segments
                .Where(segment => !queue.IsExcluded(segment.Name) && forced?.Contains(segment.Name) != false)
                .Select(segment => SizeOf(segment) with { IsOriginal = forced?.IsOriginal(segment.Name) ?? true }),
        ];
        _bytes = _bytes.Where(known => list.Segments.Any(segment => segment.Name == known.Key)).ToDictionary(StringComparer.Ordinal);
        return sizes;
    }

    private SegmentSize SizeOf(LiveSegment segment) => new()
    {
        Name = segment.Name,
        Bytes = BytesOf(segment),
        MaxDoc = segment.MaxDoc,
        DeletedDocs = segment.DeletionCount + segment.SoftDeletionCount,
        IsMerging = queue.IsMerging(segment.Name),
        IsCompound = segment.Written.Segment.IsCompound,
    };

    private long BytesOf(LiveSegment segment)
    {
        if (_bytes.TryGetValue(segment.Name, out (SegmentCommitInfo Written, long Bytes) known) && ReferenceEquals(known.Written, segment.Written))
            return known.Bytes;
        long bytes = segment.Written.AllFiles().Sum(directory.FileLength);
        _bytes[segment.Name] = (segment.Written, bytes);
        return bytes;
    }
}
