using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene50;
using Search.Engine.Codecs.Lucene60;
using Search.Engine.Codecs.Lucene80;
using Search.Engine.Codecs.Lucene86;
using Search.Engine.Index;
using Search.Engine.Indexing.Buffering;

namespace Search.Engine.Indexing.Flushing;

/// <summary>Writes the buffered documents as a segment.</summary>
/// <remarks>Order of the parts: container notes, section 14.5; which files there are: section 14.1.</remarks>
internal static class SegmentFlusher
{
    /// <summary>Writes all files of the segment that <paramref name="buffer"/> holds; none of them is durable yet.</summary>
    /// <param name="isCompound">Whether they are packed in one.</param>
    public static FlushedSegment Flush(DocumentBuffer buffer, bool isCompound)
    {
        SegmentDraft draft = buffer.Draft!;
        FieldBuffer[] fields = [.. buffer.Fields.Values.OrderBy(field => field.Name, StringComparer.Ordinal)];
        SegmentWriteState state = draft.State with
        {
            Segment = draft.State.Segment with { MaxDoc = buffer.DocCount },
            Fields = new FieldInfos(fields.Select(field => field.ToFieldInfo())),
        };

        WriteNorms(state, fields);
        WriteColumns(state, fields);
        WritePoints(state, fields);
        draft.FinishStoredFields(buffer.DocCount);
        draft.Dispose();
        PostingsFlusher.Write(state, fields);
        Lucene60FieldInfosFormat.Write(state);
        IEnumerable<string> files = isCompound
            ? Lucene50CompoundFormat.Write(state.Directory, state.Segment, state.CreatedFiles)
            : state.CreatedFiles;
        SegmentInfo segment = state.Segment with
        {
            IsCompound = isCompound,
            Files = new HashSet<string>(files, StringComparer.Ordinal) { state.Segment.FileName(Lucene86SegmentInfoFormat.Extension) },
        };
        Lucene86SegmentInfoFormat.Write(state.Directory, segment);
        return new FlushedSegment(WithFailedDocs(segment, buffer), buffer.Sequences, [.. state.CreatedFiles.Union(segment.Files, StringComparer.Ordinal)]);
    }

    private static LiveSegment WithFailedDocs(SegmentInfo segment, DocumentBuffer buffer)
    {
        var flushed = new LiveSegment(new SegmentCommitInfo { Segment = segment, CommitId = SegmentId.CreateRandom(), SoftDeletionCount = SoftDeletionsOf(buffer) });
        if (buffer.FailedDocs.Count == 0)
            return flushed;
        var liveDocs = new FixedBitSet(segment.MaxDoc);
        liveDocs.SetRange(0, segment.MaxDoc);
        foreach (int docId in buffer.FailedDocs)
            liveDocs.Clear(docId);
        return flushed with { LiveDocs = liveDocs, HasUnwrittenDeletes = true, DeletionCount = buffer.FailedDocs.Count };
    }

    private static int SoftDeletionsOf(DocumentBuffer buffer) =>
        buffer.Fields.Values.Sum(field => field.SoftlyDeleted.Count(docId => !buffer.FailedDocs.Contains(docId)));

    private static void WriteNorms(SegmentWriteState state, FieldBuffer[] fields)
    {
        if (!state.Fields.HaveNorms)
            return;
        using Lucene80NormsWriter writer = Lucene80NormsWriter.Create(state);
        foreach (FieldBuffer field in fields)
        {
            if (field.Norms is { } norms)
                writer.AddField(state.Fields.Find(field.Name)!, norms.Open);
        }
        writer.Finish();
    }

    private static void WriteColumns(SegmentWriteState state, FieldBuffer[] fields)
    {
        if (!state.Fields.HaveDocValues)
            return;
        using Lucene80DocValuesWriter writer = Lucene80DocValuesWriter.Create(state);
        foreach (FieldBuffer field in fields)
            field.Column?.WriteTo(writer, state.Fields.Find(field.Name)!);
        writer.Finish();
    }

    private static void WritePoints(SegmentWriteState state, FieldBuffer[] fields)
    {
        if (!state.Fields.HavePoints)
            return;
        using Lucene86PointsWriter writer = Lucene86PointsWriter.Create(state);
        foreach (FieldBuffer field in fields)
        {
            if (field.Points is { } points)
                writer.AddField(state.Fields.Find(field.Name)!, points.Values.ToArray(), points.DocIds.ToArray());
        }
        writer.Finish();
    }
}
