using Search.Engine.Index;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Indexing.Deletes;

/// <summary>Resolves deletes by term to documents.</summary>
internal sealed class DeleteApplier(IndexDirectory directory)
{
    /// <summary>The list after <paramref name="deletes"/>, with a segment at its end that was buffered together with them.</summary>
    /// <returns>The same object when nothing changes.</returns>
    public SegmentList Apply(SegmentList list, FrozenDeletes deletes, LiveSegment? flushed)
    {
        var changed = flushed is not null;
        var segments = new List<LiveSegment>(list.Segments.Length + 1);
        foreach (LiveSegment segment in list.Segments)
        {
            LiveSegment after = Apply(segment, deletes, isFlushedWithThem: false);
            changed |= !ReferenceEquals(after, segment);
            segments.Add(after);
        }
        if (flushed is not null)
            segments.Add(Apply(flushed, deletes, isFlushedWithThem: true));
        return changed ? list.WithSegments(segments) : list;
    }

    private LiveSegment Apply(LiveSegment segment, FrozenDeletes deletes, bool isFlushedWithThem)
    {
        if (deletes.IsEmpty)
            return segment;
        using SegmentReader reader = SegmentReader.Open(directory, segment.Written);
        var live = new LiveDocsEditor(segment.UnwrittenLiveDocs ?? reader.HardLiveDocs, reader.MaxDoc);
        for (var i = 0; i < deletes.Terms.Length; i++)
            Delete(reader, live, deletes.Terms[i], isFlushedWithThem ? deletes.DocIdLimits[i] : reader.MaxDoc);
        if (live.DeletedNow == 0)
            return segment;
        return segment with
        {
            UnwrittenLiveDocs = live.Result,
            DeletionCount = segment.DeletionCount + live.DeletedNow,
            SoftDeletionCount = segment.SoftDeletionCount == 0 ? 0 : SoftDeletes.Count(reader, live.Result),
        };
    }

    private static void Delete(SegmentReader reader, LiveDocsEditor live, Term term, int docIdLimit)
    {
        if (reader.Terms(term.Field) is not { } terms || !terms.TryGet(term.Bytes, out TermState state))
            return;
        PostingsEnum postings = terms.Postings(state, PostingsDetail.Docs);
        for (int docId = postings.NextDoc(); docId < docIdLimit; docId = postings.NextDoc())
            live.Delete(docId);
    }
}
