using Search.Engine.Index;

namespace Search.Engine.Search.Columns;

/// <summary>Numbers the strings of a sorted or sorted-set column over all segments, in byte order.</summary>
/// <remarks>
/// Immutable and shareable; belongs to one snapshot. Takes four bytes for every string of every segment, and eight for every
/// distinct one; nothing when there is one segment.
/// </remarks>
internal sealed class GlobalOrdinals
{
    private readonly int[]?[] _globalOf; // by segment, by its ordinal; null: the same numbers, or no column
    private readonly int[] _leafOf; // by global ordinal: a segment that has the string …
    private readonly int[] _ordinalOf; // … and its ordinal there
    private readonly int _onlyLeaf; // the one segment that has the column; -1: several

    private GlobalOrdinals(int[]?[] globalOf, int[] leafOf, int[] ordinalOf, int onlyLeaf, int count)
    {
        _globalOf = globalOf;
        _leafOf = leafOf;
        _ordinalOf = ordinalOf;
        _onlyLeaf = onlyLeaf;
        Count = count;
    }

    /// <summary>Number of distinct strings.</summary>
    public int Count { get; }

    /// <summary>Reads the dictionaries of all segments once.</summary>
    public static GlobalOrdinals Build(IndexReader reader, string column)
    {
        IOrdinalDictionary?[] dictionaries = [.. reader.Leaves.Select(leaf => DictionaryOf(leaf.Reader, column))];
        int[] filled = [.. Enumerable.Range(0, dictionaries.Length).Where(leaf => dictionaries[leaf]?.ValueCount > 0)];
        var globalOf = new int[]?[dictionaries.Length];
        if (filled.Length == 0)
            return new GlobalOrdinals(globalOf, [], [], -1, 0);
        if (filled.Length == 1)
            return new GlobalOrdinals(globalOf, [], [], filled[0], dictionaries[filled[0]]!.ValueCount);
        foreach (int leaf in filled)
            globalOf[leaf] = new int[dictionaries[leaf]!.ValueCount];
        var leafOf = new List<int>();
        var ordinalOf = new List<int>();
        var merge = new DictionaryMerge([.. filled.Select(leaf => (leaf, dictionaries[leaf]!))]);
        while (merge.Next(out int leaf, out int ordinal, out bool isNew))
        {
            if (isNew)
            {
                leafOf.Add(leaf);
                ordinalOf.Add(ordinal);
            }
            globalOf[leaf]![ordinal] = leafOf.Count - 1;
        }
        return new GlobalOrdinals(globalOf, [.. leafOf], [.. ordinalOf], -1, leafOf.Count);
    }

    /// <summary>The dictionary of a segment's column; null when it has none.</summary>
    public static IOrdinalDictionary? DictionaryOf(LeafReader reader, string column)
    {
        ColumnTypes.Check(reader, column, DocValuesType.Sorted, DocValuesType.SortedSet);
        return reader.SortedColumn(column)?.Dictionary ?? reader.SortedSetColumn(column)?.Dictionary;
    }

    /// <summary>Global ordinals by the ordinals of a segment; null when they are the same.</summary>
    public int[]? Of(Leaf leaf) => _globalOf[leaf.Ordinal];

    /// <summary>Where a string is: a segment's number and the ordinal there.</summary>
    public (int Leaf, int Ordinal) Locate(int global) => _onlyLeaf >= 0 ? (_onlyLeaf, global) : (_leafOf[global], _ordinalOf[global]);
}
