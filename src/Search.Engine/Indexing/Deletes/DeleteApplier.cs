using Search.Engine.Index;
using Search.Engine.Indexing.Buffering;
using Search.Engine.Indexing.Flushing;
using Search.Engine.Indexing.Readers;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Weights;
using Search.Engine.Segments;

namespace Search.Engine.Indexing.Deletes;

/// <summary>Resolves deletes by term and by query to documents of segments.</summary>
/// <remarks>Used by the thread that has the turn to publish.</remarks>
internal sealed class DeleteApplier(ReaderPool readers)
{
    /// <summary>A published segment after deletes that are younger than all of its documents; the same object when none hits.</summary>
    public LiveSegment Apply(LiveSegment segment, DeletePacket packet) => packet.IsEmpty ? segment : Apply(segment, [packet], sequences: null);

    /// <summary>A segment that was just flushed, after deletes of which some are older than some of its documents.</summary>
    public LiveSegment Apply(FlushedSegment flushed, IEnumerable<DeletePacket> packets)
    {
        DeletePacket[] younger = [.. packets.Where(packet => packet.LastSequence > flushed.Sequences.First)];
        return younger.Length == 0 ? flushed.Segment : Apply(flushed.Segment, younger, flushed.Sequences);
    }

    private LiveSegment Apply(LiveSegment segment, DeletePacket[] packets, BlockSequences? sequences)
    {
        using SegmentReader reader = readers.Open(segment);
        var live = new LiveDocsEditor(reader.HardLiveDocs, reader.MaxDoc);
        foreach (DeletePacket packet in packets)
        {
            DeleteTerms(reader, live, packet, sequences);
            DeleteQueries(reader, live, packet, sequences);
        }
        if (live.DeletedNow == 0)
            return segment;
        return segment with
        {
            LiveDocs = live.Result,
            HasUnwrittenDeletes = true,
            DeletionCount = segment.DeletionCount + live.DeletedNow,
            SoftDeletionCount = segment.SoftDeletionCount == 0 ? 0 : SoftDeletes.Count(reader, live.Result),
        };
    }

    private static void DeleteTerms(SegmentReader reader, LiveDocsEditor live, DeletePacket packet, BlockSequences? sequences)
    {
        string? field = null;
        Terms? terms = null;
        for (var i = 0; i < packet.Terms.Length; i++)
        {
            Term term = packet.Terms[i];
            if (term.Field != field)
            {
                field = term.Field;
                terms = reader.Terms(field);
            }
            if (terms is null || !terms.TryGet(term.Bytes, out TermState state))
                continue;
            DeleteAll(terms.Postings(state, PostingsDetail.Docs), live, sequences?.DocIdLimit(packet.TermSequences[i]) ?? reader.MaxDoc);
        }
    }

    private static void DeleteQueries(SegmentReader reader, LiveDocsEditor live, DeletePacket packet, BlockSequences? sequences)
    {
        if (packet.Queries.IsEmpty)
            return;
        // Each segment by itself, as in Lucene: what a query matches does not depend on the other ones.
        var searcher = new IndexSearcher(new OneSegmentReader(reader));
        Leaf leaf = searcher.Reader.Leaves[0];
        for (var i = 0; i < packet.Queries.Length; i++)
        {
            Query query = searcher.Rewrite(packet.Queries[i]);
            Weight weight = query.CreateWeight(searcher, needsScores: false, 1f);
            if (weight.Scorer(leaf) is { } matches)
                DeleteAll(matches, live, sequences?.DocIdLimit(packet.QuerySequences[i]) ?? reader.MaxDoc);
        }
    }

    private static void DeleteAll(DocIdCursor docs, LiveDocsEditor live, int docIdLimit)
    {
        int end = Math.Min(docIdLimit, live.MaxDoc);
        for (int docId = docs.NextDoc(); docId < end; docId = docs.NextDoc())
            live.Delete(docId);
    }
}
