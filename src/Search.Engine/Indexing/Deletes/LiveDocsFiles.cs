using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene50;
using Search.Engine.Store;

namespace Search.Engine.Indexing.Deletes;

/// <summary>Writes deletions that are in memory only as new generations of <c>.liv</c> files.</summary>
internal static class LiveDocsFiles
{
    /// <summary>The list with every deletion written; the same object when there is none to write.</summary>
    public static SegmentList Write(IndexDirectory directory, SegmentList list) =>
        list.Segments.Any(segment => segment.HasUnwrittenDeletes)
            ? list with { Segments = [.. list.Segments.Select(segment => Write(directory, segment))] }
            : list;

    private static LiveSegment Write(IndexDirectory directory, LiveSegment segment)
    {
        if (!segment.HasUnwrittenDeletes)
            return segment;
        SegmentCommitInfo written = segment.State with
        {
            DeletionGeneration = segment.NextDeletionGeneration,
            CommitId = SegmentId.CreateRandom(),
        };
        Lucene50LiveDocsFormat.Write(directory, written, segment.LiveDocs!);
        return segment with
        {
            Written = written,
            HasUnwrittenDeletes = false,
            NextDeletionGeneration = segment.NextDeletionGeneration + 1,
        };
    }
}
