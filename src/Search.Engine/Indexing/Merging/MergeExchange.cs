using Search.Engine.Codecs;
using Search.Engine.Indexing.Deletes;

namespace Search.Engine.Indexing.Merging;

/// <summary>Puts a merged segment in the place of its sources, without the documents that were deleted since the merge began.</summary>
/// <param name="sources">The segments as the merge saw them.</param>
/// <param name="merged">Beside each: where its documents went.</param>
internal sealed class MergeExchange(LiveSegment[] sources, MergeSource[] merged)
{
    /// <summary>The segments of the list with the merged one in the place of the first of its sources.</summary>
    public List<LiveSegment> Apply(SegmentList list, SegmentInfo result)
    {
        LiveSegment segment = WithLateDeletes(list, new LiveSegment(new SegmentCommitInfo { Segment = result, CommitId = SegmentId.CreateRandom() }));
        List<LiveSegment> segments = [];
        var isPlaced = false;
        foreach (LiveSegment present in list.Segments)
        {
            bool isSource = Array.Exists(sources, source => source.Name == present.Name);
            if (!isSource)
                segments.Add(present);
            else if (!isPlaced)
                segments.Add(segment);
            isPlaced |= isSource;
        }
        return segments;
    }

    private LiveSegment WithLateDeletes(SegmentList list, LiveSegment segment)
    {
        var live = new LiveDocsEditor(before: null, segment.MaxDoc);
        for (var i = 0; i < sources.Length; i++)
            DeleteLate(live, sources[i], list.Segments.FirstOrDefault(present => present.Name == sources[i].Name), merged[i].Map);
        return live.DeletedNow == 0 ? segment : segment with
        {
            LiveDocs = live.Result,
            HasUnwrittenDeletes = true,
            DeletionCount = live.DeletedNow,
        };
    }

    // A source that is not there any more lost its last document, or the index was emptied.
    private static void DeleteLate(LiveDocsEditor live, LiveSegment before, LiveSegment? now, DocIdMap map)
    {
        if (now is not null && ReferenceEquals(before.LiveDocs, now.LiveDocs))
            return;
        for (var docId = 0; docId < map.MaxDoc; docId++)
        {
            if (now?.LiveDocs?.Get(docId) == true)
                continue;
            int mapped = map.Map(docId);
            if (mapped != DocIdMap.Dropped)
                live.Delete(mapped);
        }
    }
}
