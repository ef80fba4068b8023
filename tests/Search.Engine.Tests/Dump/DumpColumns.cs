using System.Buffers.Binary;
using Search.Engine.Index;

namespace Search.Engine.Tests.Dump;

/// <summary>The lines of norms and columns.</summary>
internal sealed class DumpColumns(IndexReader reader, DumpDocuments documents)
{
    public DumpLine Norms(FieldInfo field) => Numbers("norms", field.Name, leaf => leaf.Norms(field.Name));

    public DumpLine Column(FieldInfo field) => field.DocValuesType switch
    {
        DocValuesType.Numeric => Numbers("numeric", field.Name, leaf => leaf.NumericColumn(field.Name)),
        DocValuesType.Binary => Records("binary", field.Name, leaf => leaf.BinaryColumn(field.Name), (cursor, record) => WriteValue(record, cursor.Value)),
        DocValuesType.Sorted => Records("sorted", field.Name, leaf => leaf.SortedColumn(field.Name), WriteTerm)
            .Add("distinct", Distinct(leaf => leaf.SortedColumn(field.Name)?.Dictionary)),
        DocValuesType.SortedSet => Records("sorted_set", field.Name, leaf => leaf.SortedSetColumn(field.Name), WriteTerms)
            .Add("distinct", Distinct(leaf => leaf.SortedSetColumn(field.Name)?.Dictionary)),
        _ => Records("sorted_numeric", field.Name, leaf => leaf.SortedNumericColumn(field.Name), WriteNumbers),
    };

    private DumpLine Numbers(string kind, string field, Func<LeafReader, NumericDocValues?> open)
    {
        var values = new Dictionary<int, long>();
        foreach (Leaf leaf in reader.Leaves)
        {
            if (open(leaf.Reader) is not { } cursor)
                continue;
            while (cursor.NextDoc() != DocIdCursor.NoMoreDocs)
                values.Add(leaf.DocBase + cursor.DocId, cursor.Value);
        }
        using var digest = new DumpDigest();
        long count = 0;
        long sum = 0;
        for (var number = 0; number < documents.Order.Length; number++)
        {
            if (!values.TryGetValue(documents.Order[number], out long value))
                continue;
            digest.Add(number);
            digest.Add(value);
            count++;
            sum += value;
        }
        return new DumpLine(kind).Add("field", field).Add("documents", count).Add("sum", sum).Add("digest", digest.Finish());
    }

    // A record is what the digest takes of a document behind its number; write returns the number of values.
    private DumpLine Records<TCursor>(string kind, string field, Func<LeafReader, TCursor?> open, Func<TCursor, MemoryStream, int> write)
        where TCursor : DocValuesCursor
    {
        var records = new Dictionary<int, byte[]>();
        long values = 0;
        foreach (Leaf leaf in reader.Leaves)
        {
            if (open(leaf.Reader) is not { } cursor)
                continue;
            while (cursor.NextDoc() != DocIdCursor.NoMoreDocs)
            {
                if (documents.NumberOf(leaf.DocBase + cursor.DocId) < 0)
                    continue;
                using var record = new MemoryStream();
                values += write(cursor, record);
                records.Add(leaf.DocBase + cursor.DocId, record.ToArray());
            }
        }
        using var digest = new DumpDigest();
        for (var number = 0; number < documents.Order.Length; number++)
        {
            if (!records.TryGetValue(documents.Order[number], out byte[]? record))
                continue;
            digest.Add(number);
            digest.AddRaw(record);
        }
        return new DumpLine(kind).Add("field", field).Add("documents", records.Count).Add("values", values).Add("digest", digest.Finish());
    }

    private int Distinct(Func<LeafReader, IOrdinalDictionary?> dictionaryOf)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        foreach (Leaf leaf in reader.Leaves)
        {
            if (dictionaryOf(leaf.Reader) is not { } dictionary)
                continue;
            for (var ordinal = 0; ordinal < dictionary.ValueCount; ordinal++)
                terms.Add(Convert.ToHexString(dictionary.Lookup(ordinal)));
        }
        return terms.Count;
    }

    private static int WriteTerm(SortedDocValues cursor, MemoryStream record) => WriteValue(record, cursor.Dictionary.Lookup(cursor.Ordinal));

    private static int WriteTerms(SortedSetDocValues cursor, MemoryStream record)
    {
        int count = cursor.Count;
        WriteNumber(record, count);
        for (var i = 0; i < count; i++)
            WriteValue(record, cursor.Dictionary.Lookup(cursor.NextOrdinal()));
        return count;
    }

    private static int WriteNumbers(SortedNumericDocValues cursor, MemoryStream record)
    {
        int count = cursor.Count;
        WriteNumber(record, count);
        Span<byte> bytes = stackalloc byte[8];
        for (var i = 0; i < count; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes, cursor.NextValue());
            record.Write(bytes);
        }
        return count;
    }

    private static int WriteValue(MemoryStream record, ReadOnlySpan<byte> value)
    {
        WriteNumber(record, value.Length);
        record.Write(value);
        return 1;
    }

    private static void WriteNumber(MemoryStream record, int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        record.Write(bytes);
    }
}
