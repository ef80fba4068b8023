namespace Search.Engine.Indexing.Merging;

/// <summary>
/// Merges segments of about the same size, whether they are neighbours or not: as many segments are allowed as fill tiers of
/// which each is so many times larger than the one below.
/// </summary>
/// <remarks>
/// Container notes, section 15.3, and what Lucene 8.8.1 chose of made-up segments (README.md of Indexing, "Merging").
/// Immutable; shareable.
/// </remarks>
public sealed class TieredMergePolicy : MergePolicy
{
    private const double ForcedSlack = 1.25;
    private const double PackedShare = 0.1;

    /// <summary>Segments of about one size that may stand side by side; at least 2; 10 by default.</summary>
    public double SegmentsPerTier
    {
        get;
        init => field = Checked(value, 2, int.MaxValue);
    } = 10;

    /// <summary>Most segments of one merge; at least 2; 10 by default.</summary>
    public int MaxMergeAtOnce
    {
        get;
        init => field = (int)Checked(value, 2, int.MaxValue);
    } = 10;

    /// <summary>Most segments of one forced merge; at least 2; 30 by default.</summary>
    public int MaxMergeAtOnceExplicit
    {
        get;
        init => field = (int)Checked(value, 2, int.MaxValue);
    } = 30;

    /// <summary>Bytes above which no merge of its own accord makes a segment; 5 GB by default.</summary>
    public long MaxMergedSegmentBytes
    {
        get;
        init => field = (long)Checked(value, 1, long.MaxValue);
    } = 5L << 30;

    /// <summary>Segments below this many bytes count as that large; 2 MB by default.</summary>
    public long FloorSegmentBytes
    {
        get;
        init => field = (long)Checked(value, 1, long.MaxValue);
    } = 2L << 20;

    /// <summary>Percent of the documents that may be deleted before segments are merged for that alone; 20 to 50; 33 by default.</summary>
    public double DeletesPercentAllowed
    {
        get;
        init => field = Checked(value, 20, 50);
    } = 33;

    /// <summary>Percent of a segment's documents that may be deleted before <see cref="FindForcedDeletesMerges"/> takes it; 0 to 100; 10 by default.</summary>
    public double ForceMergeDeletesPercentAllowed
    {
        get;
        init => field = Checked(value, 0, 100);
    } = 10;

    /// <inheritdoc/>
    public override IReadOnlyList<IReadOnlyList<SegmentSize>> FindMerges(IReadOnlyList<SegmentSize> segments)
    {
        SegmentSize[] sorted = LargestFirst(segments);
        if (sorted.Length == 0)
            return [];
        SegmentSize[] idle = [.. sorted.Where(segment => !segment.IsMerging)];
        long deleted = idle.Sum(segment => (long)segment.DeletedDocs);
        // The deletions of segments that are merging are as good as gone.
        long docs = sorted.Sum(segment => (long)segment.MaxDoc - (segment.IsMerging ? segment.DeletedDocs : 0));
        bool hasManyDeletes = docs > 0 && 100d * deleted / docs > DeletesPercentAllowed;
        List<SegmentSize> eligible = [.. idle.Where(segment => segment.LiveBytes <= MaxMergedSegmentBytes / 2d || (hasManyDeletes && segment.DeletedPercent > DeletesPercentAllowed))];
        SegmentSize[] tooLarge = [.. idle.Except(eligible)];

        long allowedDeletes = (long)(DeletesPercentAllowed * docs / 100) - tooLarge.Sum(segment => (long)segment.DeletedDocs);
        long bytes = sorted.Sum(segment => segment.LiveBytes) - tooLarge.Sum(segment => segment.LiveBytes);
        var search = new TieredMergeSearch(this, GroupSize)
        {
            AllowedSegments = AllowedSegments(bytes, smallest: sorted[^1].LiveBytes),
            AllowedDeletes = Math.Max(0, allowedDeletes),
            LargeMergeIsRunning = sorted.Where(segment => segment.IsMerging).Sum(segment => segment.LiveBytes) >= MaxMergedSegmentBytes,
            LimitsLargeMerges = true,
        };
        return search.Find(eligible);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<IReadOnlyList<SegmentSize>> FindForcedMerges(IReadOnlyList<SegmentSize> segments, int maxSegments)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSegments, 1);
        SegmentSize[] sorted = LargestFirst(segments);
        SegmentSize[] idle = [.. sorted.Where(segment => !segment.IsMerging)];
        bool mergesRun = idle.Length < sorted.Length;
        double limit = double.PositiveInfinity;
        if (maxSegments > 1)
        {
            limit = Math.Max(idle.Sum(segment => segment.LiveBytes) / maxSegments, MaxMergedSegmentBytes) * ForcedSlack;
            idle = [.. idle.Where(segment => segment.Bytes < limit || segment.DeletedDocs > 0)];
            if (idle.Length <= maxSegments)
                return [];
        }
        if (idle.Length == 0 || (idle.Length == 1 && (!idle[0].IsOriginal || IsMerged(idle[0], sorted))))
            return [];
        if (maxSegments == 1 && idle.Length < MaxMergeAtOnceExplicit && !mergesRun)
            return [idle];
        return GroupFromSmallest(idle, maxSegments, limit, mergesRun);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<IReadOnlyList<SegmentSize>> FindForcedDeletesMerges(IReadOnlyList<SegmentSize> segments)
    {
        List<SegmentSize> eligible = [.. LargestFirst(segments).Where(segment => !segment.IsMerging && segment.DeletedPercent > ForceMergeDeletesPercentAllowed)];
        return new TieredMergeSearch(this, MaxMergeAtOnceExplicit).Find(eligible);
    }

    /// <summary>Whether the merged segment has at most a tenth of the bytes of the index.</summary>
    public override bool PacksMerged(long bytes, long totalBytes) => bytes <= PackedShare * totalBytes;

    /// <summary>Segments of a merge of its own accord.</summary>
    internal int GroupSize => (int)Math.Min(MaxMergeAtOnce, SegmentsPerTier);

    private static SegmentSize[] LargestFirst(IReadOnlyList<SegmentSize> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        return [.. segments.OrderByDescending(segment => segment.LiveBytes).ThenBy(segment => segment.Name, StringComparer.Ordinal)];
    }

    private static double Checked(double value, double min, double max)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, min);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, max);
        return value;
    }

    // The tiers from the smallest up, each filled, until what is left does not fill one.
    private double AllowedSegments(long bytes, long smallest)
    {
        double left = bytes;
        long level = Math.Max(smallest, FloorSegmentBytes);
        var allowed = 0d;
        while (true)
        {
            double onLevel = left / level;
            if (onLevel < SegmentsPerTier || level == MaxMergedSegmentBytes)
                return Math.Max(allowed + Math.Ceiling(onLevel), SegmentsPerTier);
            allowed += SegmentsPerTier;
            left -= SegmentsPerTier * level;
            level = level > MaxMergedSegmentBytes / GroupSize ? MaxMergedSegmentBytes : level * GroupSize;
        }
    }

    // A segment that a forced merge need not touch: without deletions, and packed as a merge would.
    private bool IsMerged(SegmentSize segment, SegmentSize[] all) =>
        segment.DeletedDocs == 0 && segment.IsCompound == PacksMerged(segment.LiveBytes, all.Sum(other => other.LiveBytes));

    // Groups end when they are full, when one more segment would make them too large, or when few enough segments are left.
    // While other merges run only full groups are worth it: the last one waits for what those make.
    private List<IReadOnlyList<SegmentSize>> GroupFromSmallest(SegmentSize[] idle, int maxSegments, double limit, bool mergesRun)
    {
        List<IReadOnlyList<SegmentSize>> groups = [];
        int resulting = idle.Length;
        int next = idle.Length - 1;
        while (true)
        {
            List<SegmentSize> group = [];
            var bytes = 0L;
            var isLarge = false;
            while (next >= 0 && resulting > maxSegments && group.Count < MaxMergeAtOnceExplicit)
            {
                isLarge = bytes + idle[next].Bytes > limit && group.Count > 1;
                if (isLarge)
                    break;
                bytes += idle[next].Bytes;
                group.Add(idle[next--]);
                resulting -= group.Count > 1 ? 1 : 0;
            }
            bool isFull = group.Count == MaxMergeAtOnceExplicit;
            if (isFull || (group.Count > 1 && !mergesRun))
                groups.Add(group);
            if (!isFull && (!isLarge || mergesRun))
                return groups;
        }
    }
}
