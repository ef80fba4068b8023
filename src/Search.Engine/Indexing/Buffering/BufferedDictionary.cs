using Search.Engine.Index;

namespace Search.Engine.Indexing.Buffering;

/// <summary>The distinct strings of a buffered column in sorted order.</summary>
internal sealed class BufferedDictionary : IOrdinalDictionary
{
    private readonly BytesHash<NoValue> _values;
    private readonly int[] _sortedIds;

    public BufferedDictionary(BytesHash<NoValue> values)
    {
        _values = values;
        _sortedIds = values.SortedIds();
        OrdinalOf = new int[_sortedIds.Length];
        for (var ordinal = 0; ordinal < _sortedIds.Length; ordinal++)
            OrdinalOf[_sortedIds[ordinal]] = ordinal;
    }

    public int ValueCount => _sortedIds.Length;

    /// <summary>From id to ordinal.</summary>
    public int[] OrdinalOf { get; }

    public ReadOnlySpan<byte> Lookup(int ordinal) => _values[_sortedIds[ordinal]];

    public int Find(ReadOnlySpan<byte> value)
    {
        var low = 0;
        int high = ValueCount - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = Lookup(middle).SequenceCompareTo(value);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return -1 - low;
    }
}
