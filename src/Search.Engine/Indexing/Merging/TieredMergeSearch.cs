namespace Search.Engine.Indexing.Merging;

/// <summary>Picks the best group of segments again and again, until few enough segments and deletions are left.</summary>
/// <remarks>
/// Container notes, section 15.3. Lower scores are better: <c>skew * size^0.05 * (size after / size before)^2</c>, so groups of
/// equal sizes, of smaller ones and of many deletions come first. Lives for one decision.
/// </remarks>
/// <param name="groupSize">Most segments of a group.</param>
internal sealed class TieredMergeSearch(TieredMergePolicy policy, int groupSize)
{
    /// <summary>Number of segments that may stay; none by default: every group that there is, is taken.</summary>
    public double AllowedSegments { get; init; } = -1;

    /// <summary>Number of deleted documents that may stay.</summary>
    public long AllowedDeletes { get; init; }

    /// <summary>Whether a merge to the largest size is running: no other is started then.</summary>
    public bool LargeMergeIsRunning { get; init; }

    /// <summary>Whether at most one merge to the largest size is started.</summary>
    public bool LimitsLargeMerges { get; init; }

    /// <param name="eligible">Largest first; used up.</param>
    public List<IReadOnlyList<SegmentSize>> Find(List<SegmentSize> eligible)
    {
        List<IReadOnlyList<SegmentSize>> groups = [];
        var hasLarge = false;
        while (eligible.Count > AllowedSegments || eligible.Sum(segment => (long)segment.DeletedDocs) > AllowedDeletes)
        {
            if (Best(eligible) is not { } best)
                break;
            if (!(LimitsLargeMerges && hasLarge && best.IsLarge))
                groups.Add(best.Segments);
            hasLarge |= best.IsLarge;
            var taken = best.Segments.ToHashSet();
            eligible.RemoveAll(taken.Contains);
        }
        return groups;
    }

    private Group? Best(List<SegmentSize> eligible)
    {
        Group? best = null;
        for (var start = 0; start < eligible.Count; start++)
        {
            Group group = Collect(eligible, start);
            if (group.Segments.Count == 1 && group.Segments[0].DeletedDocs == 0)
                continue;
            // What starts further on is smaller still, and not full either.
            if (best is not null && !group.IsLarge && group.Segments.Count < groupSize)
                break;
            if ((best is null || group.Score < best.Score) && !(group.IsLarge && LargeMergeIsRunning))
                best = group;
        }
        return best;
    }

    // From one segment on to smaller ones; what would make the group too large is passed over.
    private Group Collect(List<SegmentSize> eligible, int start)
    {
        List<SegmentSize> segments = [];
        var bytes = 0L;
        var isLarge = false;
        for (int i = start; i < eligible.Count && segments.Count < groupSize && bytes < policy.MaxMergedSegmentBytes; i++)
        {
            bool isTooMuch = bytes + eligible[i].LiveBytes > policy.MaxMergedSegmentBytes;
            isLarge |= isTooMuch;
            if (isTooMuch && segments.Count > 0)
                continue;
            segments.Add(eligible[i]);
            bytes += eligible[i].LiveBytes;
        }
        return new Group(segments, isLarge, ScoreOf(segments, isLarge));
    }

    private double ScoreOf(List<SegmentSize> segments, bool isLarge)
    {
        var before = 0L;
        var after = 0L;
        var floored = 0L;
        foreach (SegmentSize segment in segments)
        {
            before += segment.Bytes;
            after += segment.LiveBytes;
            floored += Floored(segment);
        }
        double skew = isLarge ? 1d / policy.GroupSize : (double)Floored(segments[0]) / floored;
        return skew * Math.Pow(after, 0.05) * Math.Pow((double)after / before, 2);
    }

    private long Floored(SegmentSize segment) => Math.Max(segment.LiveBytes, policy.FloorSegmentBytes);

    private sealed record Group(List<SegmentSize> Segments, bool IsLarge, double Score);
}
