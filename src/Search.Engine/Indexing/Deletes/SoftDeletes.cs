using Search.Engine.Index;

namespace Search.Engine.Indexing.Deletes;

/// <summary>Documents that carry a value in the soft-deletes field: a commit counts those that are not deleted as well.</summary>
internal static class SoftDeletes
{
    /// <summary>Number of softly deleted documents among the live ones.</summary>
    public static int Count(LeafReader reader, FixedBitSet liveDocs)
    {
        var count = 0;
        foreach (FieldInfo field in reader.FieldInfos)
        {
            if (!field.IsSoftDeletes || Open(reader, field) is not { } column)
                continue;
            for (int docId = column.NextDoc(); docId != DocIdCursor.NoMoreDocs; docId = column.NextDoc())
                count += liveDocs.Get(docId) ? 1 : 0;
        }
        return count;
    }

    private static DocValuesCursor? Open(LeafReader reader, FieldInfo field) => field.DocValuesType switch
    {
        DocValuesType.Numeric => reader.NumericColumn(field.Name),
        DocValuesType.Binary => reader.BinaryColumn(field.Name),
        DocValuesType.Sorted => reader.SortedColumn(field.Name),
        DocValuesType.SortedSet => reader.SortedSetColumn(field.Name),
        DocValuesType.SortedNumeric => reader.SortedNumericColumn(field.Name),
        _ => null,
    };
}
