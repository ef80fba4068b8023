using Search.Engine.Index;

namespace Search.Soak.Damage;

/// <summary>The norms and the column of a field: every value in order, some by jumps, the dictionary.</summary>
internal static class ColumnReadings
{
    private const int MostLookups = 20_000;

    public static void Run(LeafReader leaf, FieldInfo field, Attempts attempts)
    {
        string name = field.Name;
        attempts.Try(() => ReadBytes(leaf, leaf.ByteNorms(name)));
        Walk(leaf, attempts, () => leaf.Norms(name), cursor => _ = cursor.Value);
        Walk(leaf, attempts, () => leaf.NumericColumn(name), cursor => _ = cursor.Value);
        Walk(leaf, attempts, () => leaf.BinaryColumn(name), cursor => _ = cursor.Value.Length);
        Walk(leaf, attempts, () => leaf.SortedColumn(name), cursor => _ = cursor.Dictionary.Lookup(cursor.Ordinal).Length);
        Walk(leaf, attempts, () => leaf.SortedSetColumn(name), ReadSet);
        Walk(leaf, attempts, () => leaf.SortedNumericColumn(name), ReadNumbers);
        attempts.Try(() => ReadDictionary(leaf.SortedColumn(name)?.Dictionary));
        attempts.Try(() => ReadDictionary(leaf.SortedSetColumn(name)?.Dictionary));
    }

    private static void ReadBytes(LeafReader leaf, ByteNorms? norms)
    {
        _ = norms?.Dense.Length;
        for (var doc = 0; norms is not null && doc < leaf.MaxDoc; doc += 1 + doc / 50)
            norms.Read([doc], absent: 0, new byte[1]);
    }

    private static void Walk<T>(LeafReader leaf, Attempts attempts, Func<T?> open, Action<T> read)
        where T : DocValuesCursor
    {
        attempts.Try(() =>
        {
            for (T? cursor = open(); cursor is not null && cursor.NextDoc() != DocIdCursor.NoMoreDocs;)
                read(cursor);
        });
        attempts.Try(() =>
        {
            T? cursor = open();
            for (var doc = 0; cursor is not null && doc < leaf.MaxDoc; doc += 1 + doc / 50)
            {
                if (cursor.AdvanceExact(doc))
                    read(cursor);
            }
        });
    }

    private static void ReadSet(SortedSetDocValues cursor)
    {
        for (int left = cursor.Count; left > 0; left--)
            _ = cursor.Dictionary.Lookup(cursor.NextOrdinal()).Length;
    }

    private static void ReadNumbers(SortedNumericDocValues cursor)
    {
        for (int left = cursor.Count; left > 0; left--)
            _ = cursor.NextValue();
    }

    private static void ReadDictionary(IOrdinalDictionary? dictionary)
    {
        if (dictionary is null)
            return;
        int step = 1 + dictionary.ValueCount / MostLookups;
        for (long ordinal = 0; ordinal < dictionary.ValueCount; ordinal += step)
            dictionary.Find(dictionary.Lookup((int)ordinal).ToArray());
        dictionary.Find([]);
        dictionary.Find([0xFF, 0xFF]);
    }
}
