using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene86;
using Search.Engine.Index;

namespace Search.Engine.Indexing.Merging;

/// <summary>Merges points: sorted sequences of one dimension are zipped, trees of several dimensions are built anew.</summary>
/// <remarks>Column notes, section 4.5. Of points of several dimensions all are in memory, of one a leaf a segment.</remarks>
internal static class PointsMerger
{
    public static void Write(MergeState state)
    {
        if (!state.Output.Fields.HavePoints)
            return;
        using Lucene86PointsWriter writer = Lucene86PointsWriter.Create(state.Output);
        foreach (FieldInfo field in state.Output.Fields)
        {
            if (field.PointDimensionCount == 1)
                WriteSorted(state, writer, field);
            else if (field.PointDimensionCount > 1)
                WriteTree(state, writer, field);
        }
        writer.Finish();
    }

    private static void WriteSorted(MergeState state, Lucene86PointsWriter writer, FieldInfo field)
    {
        List<MergedPoints.Part> parts = [];
        foreach (MergeSource source in state.Sources)
        {
            if (source.Reader.Points(field.Name) is PointsTree tree)
                parts.Add(new MergedPoints.Part(tree.Open(), source.Map));
        }
        var points = new MergedPoints([.. parts]);
        SortedPointsWriter output = writer.StartField(field);
        for (var steps = 0; points.Next(); steps++)
        {
            if (steps % MergeState.StepsBetweenLooks == 0)
                state.Abort.ThrowIfCancellationRequested();
            output.Add(points.Value, points.DocId);
        }
        writer.FinishField(field, output);
    }

    private static void WriteTree(MergeState state, Lucene86PointsWriter writer, FieldInfo field)
    {
        List<int> docIds = [];
        List<byte> values = [];
        foreach (MergeSource source in state.Sources)
        {
            if (source.Reader.Points(field.Name) is not PointsTree tree)
                continue;
            PointsCursor cursor = tree.Open();
            while (cursor.Next())
            {
                if (docIds.Count % MergeState.StepsBetweenLooks == 0)
                    state.Abort.ThrowIfCancellationRequested();
                int docId = source.Map.Map(cursor.DocId);
                if (docId == DocIdMap.Dropped)
                    continue;
                docIds.Add(docId);
                values.AddRange(cursor.Value);
            }
        }
        // Sorting on a dimension takes a copy of its values, and three numbers a point.
        long bytes = values.Capacity + (4L * docIds.Count + docIds.Capacity) * sizeof(int) + (long)docIds.Count * field.PointBytesPerDimension;
        state.Meter.Add(bytes);
        writer.AddField(field, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(docIds));
        state.Meter.Remove(bytes);
    }
}
