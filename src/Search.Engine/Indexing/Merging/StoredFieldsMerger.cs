using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene87;
using Search.Engine.Index;

namespace Search.Engine.Indexing.Merging;

/// <summary>Merges stored values: whole compressed chunks where that is possible, else documents as they are stored, else with other field numbers.</summary>
/// <remarks>Container notes, section 10.8, which is how Lucene decides. A chunk a segment is in memory.</remarks>
internal static class StoredFieldsMerger
{
    public static void Write(MergeState state)
    {
        using StoredFieldsWriter writer = StoredFieldsWriter.Create(state.Output);
        foreach (MergeSource source in state.Sources)
        {
            StoredFieldsReader stored = source.Reader.Stored;
            bool sameNumbers = HaveSameNumbers(stored.Fields, state.Output.Fields);
            bool copiesChunks = sameNumbers && source.Map.KeepsAll && stored.IsFast && stored.ChunkBytes == writer.ChunkBytes
                && !stored.Dirt.IsTooMuchFor(source.Reader.MaxDoc);
            if (copiesChunks)
                CopyChunks(state, writer, stored);
            else
                CopyDocuments(state, writer, source, sameNumbers ? null : new StoredRenumbering(stored.Fields, state.Output.Fields, source.Reader.Commit.Segment.Name));
        }
        writer.Finish(state.Output.Segment.MaxDoc);
    }

    private static bool HaveSameNumbers(FieldInfos fields, FieldInfos merged)
    {
        foreach (FieldInfo field in fields)
        {
            if (merged.Find(field.Number)?.Name != field.Name)
                return false;
        }
        return true;
    }

    private static void CopyChunks(MergeState state, StoredFieldsWriter writer, StoredFieldsReader stored)
    {
        StoredChunkCursor chunks = stored.OpenChunks();
        while (chunks.NextChunk())
        {
            state.Abort.ThrowIfCancellationRequested();
            writer.CopyChunk(chunks);
        }
        writer.AddDirt(stored.Dirt);
    }

    private static void CopyDocuments(MergeState state, StoredFieldsWriter writer, MergeSource source, StoredRenumbering? renumbering)
    {
        StoredChunkCursor chunks = source.Reader.Stored.OpenChunks();
        while (chunks.NextChunk())
        {
            state.Abort.ThrowIfCancellationRequested();
            chunks.Decompress();
            for (var i = 0; i < chunks.DocCount; i++)
            {
                chunks.NextDocument();
                if (source.Map.Map(chunks.FirstDoc + i) == DocIdMap.Dropped)
                    continue;
                ReadOnlySpan<byte> values = chunks.Values;
                writer.CopyDocument(chunks.ValueCount, renumbering is null ? values : renumbering.Apply(chunks.ValueCount, values));
            }
        }
    }
}
