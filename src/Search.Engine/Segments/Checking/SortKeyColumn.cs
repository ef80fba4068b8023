using Search.Engine.Codecs;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Segments.Checking;

/// <summary>One key of a sorted segment as a number for each document; documents ascend by it, or descend when it is reversed.</summary>
/// <remarks>Container notes, section 6.2. For one thread, one document after another.</remarks>
internal sealed class SortKeyColumn
{
    private const int MissingLast = 2; // of a sorted set
    private const int MiddleMin = 2;
    private const int MiddleMax = 3;

    private readonly Func<int, long?> _valueOf;
    private readonly long _missing;
    private readonly bool _isReversed;

    private SortKeyColumn(Func<int, long?> valueOf, long missing, bool isReversed)
    {
        _valueOf = valueOf;
        _missing = missing;
        _isReversed = isReversed;
    }

    public static SortKeyColumn Open(SegmentReader segment, IndexSortField key)
    {
        long missing = key.Provider == "SortedSetSortField" ? Place(key.Missing == MissingLast)
            : key.Type == "STRING" ? Place(key.Missing == 0)
            : key.Missing ?? 0;
        return new SortKeyColumn(key.Provider switch
        {
            "SortedSetSortField" => Set(segment, key),
            "SortedNumericSortField" => Numbers(segment, key),
            _ when key.Type == "STRING" => Text(segment, key),
            _ => Number(segment, key),
        }, missing, key.Reverse);
    }

    /// <summary>How a document compares with one by their values.</summary>
    public int Compare(long left, long right) => _isReversed ? right.CompareTo(left) : left.CompareTo(right);

    /// <summary>The value of a document, or what stands for a missing one.</summary>
    public long ValueOf(int doc) => _valueOf(doc) ?? _missing;

    private static long Place(bool last) => last ? long.MaxValue : long.MinValue;

    // Floats are stored as their bits, whose order is not theirs; missing values are recorded in order already.
    private static Func<int, long?> Number(SegmentReader segment, IndexSortField key)
    {
        NumericDocValues? column = segment.NumericColumn(key.Field);
        return doc => column?.AdvanceExact(doc) != true ? null : key.Type switch
        {
            "FLOAT" => NumericBytes.SortableBits(BitConverter.Int32BitsToSingle((int)column.Value)),
            "DOUBLE" => NumericBytes.SortableBits(BitConverter.Int64BitsToDouble(column.Value)),
            _ => column.Value,
        };
    }

    private static Func<int, long?> Text(SegmentReader segment, IndexSortField key)
    {
        SortedDocValues? column = segment.SortedColumn(key.Field);
        return doc => column?.AdvanceExact(doc) == true ? column.Ordinal : null;
    }

    private static Func<int, long?> Numbers(SegmentReader segment, IndexSortField key)
    {
        SortedNumericDocValues? column = segment.SortedNumericColumn(key.Field);
        return doc =>
        {
            if (column?.AdvanceExact(doc) != true)
                return null;
            int place = PlaceOf(key, column.Count);
            long value = column.NextValue();
            for (var i = 0; i < place; i++)
                value = column.NextValue();
            return value;
        };
    }

    private static Func<int, long?> Set(SegmentReader segment, IndexSortField key)
    {
        SortedSetDocValues? column = segment.SortedSetColumn(key.Field);
        return doc =>
        {
            if (column?.AdvanceExact(doc) != true)
                return null;
            int place = PlaceOf(key, column.Count);
            int ordinal = column.NextOrdinal();
            for (var i = 0; i < place; i++)
                ordinal = column.NextOrdinal();
            return ordinal;
        };
    }

    private static int PlaceOf(IndexSortField key, int count) => key.Selector switch
    {
        0 => 0,
        1 => count - 1,
        MiddleMin => (count - 1) / 2,
        MiddleMax => count / 2,
        _ => throw new CorruptIndexException($"an index sort by selector {key.Selector} of {key.Field}", key.Field),
    };
}
