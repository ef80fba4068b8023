using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene80;
using Search.Engine.Index;
using Search.Engine.Segments;

namespace Search.Engine.Indexing.Merging;

/// <summary>Merges columns; values that were updated later are read in place of the original ones.</summary>
/// <remarks>Columns are read several times, as their writers do; of none more than the dictionary's map is kept in memory.</remarks>
internal static class ColumnsMerger
{
    public static void Write(MergeState state)
    {
        if (!state.Output.Fields.HaveDocValues)
            return;
        using Lucene80DocValuesWriter writer = Lucene80DocValuesWriter.Create(state.Output);
        foreach (FieldInfo field in state.Output.Fields)
            Write(state, writer, field);
        writer.Finish();
    }

    private static void Write(MergeState state, Lucene80DocValuesWriter writer, FieldInfo field)
    {
        string name = field.Name;
        switch (field.DocValuesType)
        {
            case DocValuesType.Numeric:
                writer.AddNumeric(field, () => new MergedNumericValues(new(state, reader => reader.NumericColumn(name))));
                break;
            case DocValuesType.Binary:
                writer.AddBinary(field, () => new MergedBinaryValues(new(state, reader => reader.BinaryColumn(name))));
                break;
            case DocValuesType.SortedNumeric:
                writer.AddSortedNumeric(field, () => new MergedNumericLists(new(state, reader => reader.SortedNumericColumn(name))));
                break;
            case DocValuesType.Sorted:
                WriteSorted(state, writer, field);
                break;
            case DocValuesType.SortedSet:
                WriteSortedSet(state, writer, field);
                break;
        }
    }

    private static void WriteSorted(MergeState state, Lucene80DocValuesWriter writer, FieldInfo field)
    {
        SortedDocValues? Open(SegmentReader reader) => reader.SortedColumn(field.Name);
        OrdinalMap ordinals = Map(state, reader => Open(reader)?.Dictionary, source => UsedBy(source, Open(source.Reader)));
        writer.AddSorted(field, () => new MergedSortedValues(new(state, Open), ordinals));
        state.Meter.Remove(ordinals.ByteCount);
    }

    private static void WriteSortedSet(MergeState state, Lucene80DocValuesWriter writer, FieldInfo field)
    {
        SortedSetDocValues? Open(SegmentReader reader) => reader.SortedSetColumn(field.Name);
        OrdinalMap ordinals = Map(state, reader => Open(reader)?.Dictionary, source => UsedBy(source, Open(source.Reader)));
        writer.AddSortedSet(field, () => new MergedSortedSets(new(state, Open), ordinals));
        state.Meter.Remove(ordinals.ByteCount);
    }

    private static OrdinalMap Map(
        MergeState state, Func<SegmentReader, IOrdinalDictionary?> dictionaryOf, Func<MergeSource, FixedBitSet?> usedBy)
    {
        Func<IOrdinalDictionary>[] open = Array.ConvertAll(state.Sources, source => (Func<IOrdinalDictionary>)(
            () => dictionaryOf(source.Reader) ?? EmptyDictionary.Instance));
        FixedBitSet?[] used = Array.ConvertAll(state.Sources, source => usedBy(source));
        OrdinalMap ordinals = OrdinalMap.Build(open, used, state.Abort);
        state.Meter.Add(ordinals.ByteCount);
        return ordinals;
    }

    // Null: all strings have a document, as long as no document is dropped.
    private static FixedBitSet? UsedBy(MergeSource source, SortedDocValues? column)
    {
        if (source.Map.KeepsAll || column is null)
            return null;
        var used = new FixedBitSet(column.Dictionary.ValueCount);
        for (int docId = column.NextDoc(); docId != DocIdCursor.NoMoreDocs; docId = column.NextDoc())
        {
            if (source.Map.Map(docId) != DocIdMap.Dropped)
                used.Set(column.Ordinal);
        }
        return used;
    }

    private static FixedBitSet? UsedBy(MergeSource source, SortedSetDocValues? column)
    {
        if (source.Map.KeepsAll || column is null)
            return null;
        var used = new FixedBitSet(column.Dictionary.ValueCount);
        for (int docId = column.NextDoc(); docId != DocIdCursor.NoMoreDocs; docId = column.NextDoc())
        {
            if (source.Map.Map(docId) == DocIdMap.Dropped)
                continue;
            for (int i = column.Count; i > 0; i--)
                used.Set(column.NextOrdinal());
        }
        return used;
    }

    private sealed class EmptyDictionary : IOrdinalDictionary
    {
        public static EmptyDictionary Instance { get; } = new();

        public int ValueCount => 0;

        public ReadOnlySpan<byte> Lookup(int ordinal) => throw new ArgumentOutOfRangeException(nameof(ordinal));

        public int Find(ReadOnlySpan<byte> value) => -1;
    }
}
