using Search.Engine.Codecs.Packed;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Writes ordinals and their dictionary.</summary>
/// <remarks>README.md, "Sorted" and "Sorted set"; column notes, sections 3.6 and 3.8.</remarks>
internal static class SortedColumnWriter
{
    /// <summary>Before a sorted set of which each document has exactly one member.</summary>
    public const byte SingleValued = 0;

    /// <summary>Before a sorted set of which some document has several members.</summary>
    public const byte MultiValued = 1;

    /// <summary>Writes a column with one ordinal a document.</summary>
    public static void Write(ColumnOutput output, Func<SortedSetDocValues> values) =>
        WriteSingle(output, values, CountOf(values()).Docs);

    /// <summary>Writes a column with a set of ordinals a document.</summary>
    public static void WriteSets(ColumnOutput output, Func<SortedSetDocValues> values)
    {
        (int docs, long ordinals) = CountOf(values());
        if (ordinals == docs)
        {
            output.Meta.WriteByte(SingleValued);
            WriteSingle(output, values, docs);
            return;
        }
        output.Meta.WriteByte(MultiValued);
        DocumentSetWriter.Write(output.Data, values(), docs, output.MaxDoc).Write(output.Meta);
        WriteOrdinals(output, values(), alwaysPacked: true);
        output.Meta.WriteInt32(docs);
        WriteAddresses(output, values());
        TermsDictionaryWriter.Write(output, values().Dictionary);
    }

    private static (int Docs, long Ordinals) CountOf(SortedSetDocValues values)
    {
        var docs = 0;
        var ordinals = 0L;
        while (values.NextDoc() != DocIdCursor.NoMoreDocs)
        {
            docs++;
            ordinals += values.Count;
        }
        return (docs, ordinals);
    }

    private static void WriteSingle(ColumnOutput output, Func<SortedSetDocValues> values, int docs)
    {
        DocumentSetWriter.Write(output.Data, values(), docs, output.MaxDoc).Write(output.Meta);
        output.Meta.WriteInt32(docs);
        WriteOrdinals(output, values(), alwaysPacked: false);
        TermsDictionaryWriter.Write(output, values().Dictionary);
    }

    // A column of single values with at most one term stores no ordinals: all are 0.
    private static void WriteOrdinals(ColumnOutput output, SortedSetDocValues values, bool alwaysPacked)
    {
        IndexOutput meta = output.Meta;
        int terms = values.Dictionary.ValueCount;
        if (terms <= 1 && !alwaysPacked)
        {
            meta.WriteByte(0);
            meta.WriteInt64(0);
            meta.WriteInt64(0);
            return;
        }
        int width = PackedWidth.OfDirect(terms - 1);
        long start = output.Data.FilePointer;
        var packed = new PackedStream(output.Data, width);
        while (values.NextDoc() != DocIdCursor.NoMoreDocs)
        {
            for (int i = values.Count; i > 0; i--)
                packed.Add(values.NextOrdinal());
        }
        packed.Finish();
        meta.WriteByte((byte)width);
        meta.WriteInt64(start);
        meta.WriteInt64(output.Data.FilePointer - start);
    }

    private static void WriteAddresses(ColumnOutput output, SortedSetDocValues values)
    {
        var addresses = new ColumnAddresses(output);
        while (values.NextDoc() != DocIdCursor.NoMoreDocs)
            addresses.Add(values.Count);
        addresses.Finish();
    }
}
