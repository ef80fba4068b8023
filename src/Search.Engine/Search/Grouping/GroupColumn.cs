using Search.Engine.Index;
using Search.Engine.Search.Columns;

namespace Search.Engine.Search.Grouping;

/// <summary>Numbers the values of a column in the order in which documents show them, over all segments.</summary>
/// <remarks>
/// One thread; documents ascend. A segment's ordinals are translated when they are first met: a search pays for the values of
/// its hits, not for a column's, and nothing has to be kept for a snapshot.
/// </remarks>
internal sealed class GroupColumn(string column)
{
    private const int Unknown = 0; // otherwise 1 + the group's number

    private readonly Dictionary<byte[], int> _texts = new(ByteStrings.Instance);
    private readonly Dictionary<long, int> _numbers = [];
    private readonly List<GroupKey> _keys = [];
    private SortedDocValues? _text;
    private NumericDocValues? _number;
    private int[] _groupOfOrdinal = [];
    private int _missing = Unknown;

    /// <summary>Number of groups so far.</summary>
    public int Count => _keys.Count;

    /// <summary>What the documents of a group share.</summary>
    public GroupKey this[int group] => _keys[group];

    /// <summary>Moves to a segment.</summary>
    /// <exception cref="InvalidOperationException">The segment's column is neither sorted nor numeric.</exception>
    public void StartLeaf(LeafReader reader)
    {
        ColumnTypes.Check(reader, column, DocValuesType.Sorted, DocValuesType.Numeric);
        _text = reader.SortedColumn(column);
        _number = _text is null ? reader.NumericColumn(column) : null;
        if (_text is null)
            return;
        int values = _text.Dictionary.ValueCount;
        if (_groupOfOrdinal.Length < values)
            _groupOfOrdinal = new int[values];
        _groupOfOrdinal.AsSpan(0, values).Clear();
    }

    /// <summary>The group of a document.</summary>
    public int GroupOf(int docId)
    {
        if (_text is not null)
            return _text.AdvanceExact(docId) ? GroupOfOrdinal(_text.Ordinal) : Missing();
        return _number is not null && _number.AdvanceExact(docId) ? GroupOfNumber(_number.Value) : Missing();
    }

    private int GroupOfOrdinal(int ordinal)
    {
        ref int known = ref _groupOfOrdinal[ordinal];
        if (known == Unknown)
            known = 1 + GroupOfText(_text!.Dictionary.Lookup(ordinal));
        return known - 1;
    }

    private int GroupOfText(ReadOnlySpan<byte> text)
    {
        Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> texts = _texts.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (texts.TryGetValue(text, out int group))
            return group;
        GroupKey key = GroupKey.Of(text);
        _texts.Add(key.Bytes!, Count);
        return Add(key);
    }

    private int GroupOfNumber(long number)
    {
        if (_numbers.TryGetValue(number, out int group))
            return group;
        _numbers.Add(number, Count);
        return Add(GroupKey.Of(number));
    }

    private int Missing()
    {
        if (_missing == Unknown)
            _missing = 1 + Add(GroupKey.Missing);
        return _missing - 1;
    }

    private int Add(GroupKey key)
    {
        _keys.Add(key);
        return Count - 1;
    }
}
