using Search.Engine.Index;

namespace Search.Engine.Search.Collectors;

/// <summary>Compares by the strings of a column, by unsigned bytes; ordinals serve inside a segment.</summary>
/// <remarks>
/// Kept hits of other segments are compared by their place in the current dictionary, looked up once per slot and segment.
/// Places are doubled, so that a string that the dictionary lacks stands between two that it has.
/// </remarks>
internal sealed class TextComparator(SortField field, int slots) : SortComparator
{
    private readonly byte[]?[] _kept = new byte[slots][];
    private readonly long[] _places = new long[slots];
    private readonly int[] _placedIn = new int[slots];
    private readonly long _missing = field.MissingTextLast ? long.MaxValue : long.MinValue;
    private SortedDocValues? _single;
    private SortedSetDocValues? _several;
    private IOrdinalDictionary? _dictionary;
    private int _leaf;
    private int _ordinal;

    public override void StartLeaf(Leaf leaf)
    {
        _leaf = leaf.Ordinal + 1;
        _single = leaf.Reader.SortedColumn(field.Column!);
        _several = _single is null ? leaf.Reader.SortedSetColumn(field.Column!) : null;
        _dictionary = _single?.Dictionary ?? _several?.Dictionary;
    }

    public override void Look(int docId, float score)
    {
        _ordinal = -1;
        if (_single is not null)
            _ordinal = _single.AdvanceExact(docId) ? _single.Ordinal : -1;
        else if (_several is not null && _several.AdvanceExact(docId))
            _ordinal = Selected(_several);
    }

    public override int CompareTo(int slot)
    {
        if (_placedIn[slot] != _leaf)
        {
            _places[slot] = PlaceOf(_kept[slot]);
            _placedIn[slot] = _leaf;
        }
        return Place.CompareTo(_places[slot]);
    }

    public override int CompareTo(SortKey after) => Place.CompareTo(PlaceOf(after.Text));

    public override int Compare(int left, int right)
    {
        (byte[]? one, byte[]? other) = (_kept[left], _kept[right]);
        if (one is not null && other is not null)
            return one.AsSpan().SequenceCompareTo(other);
        int missingOrder = field.MissingTextLast ? 1 : -1;
        return one is null ? (other is null ? 0 : missingOrder) : -missingOrder;
    }

    public override void Keep(int slot)
    {
        _kept[slot] = _ordinal < 0 ? null : _dictionary!.Lookup(_ordinal).ToArray();
        _places[slot] = Place;
        _placedIn[slot] = _leaf;
    }

    public override SortKey KeyOf(int slot) => new(0, _kept[slot]);

    private long Place => _ordinal < 0 ? _missing : 2L * _ordinal;

    private long PlaceOf(byte[]? text)
    {
        if (text is null)
            return _missing;
        int ordinal = _dictionary?.Find(text) ?? -1;
        return ordinal >= 0 ? 2L * ordinal : 2L * (-1 - ordinal) - 1;
    }

    private int Selected(SortedSetDocValues values)
    {
        int ordinal = values.NextOrdinal();
        for (int left = field.Selector == SortSelector.Max ? values.Count - 1 : 0; left > 0; left--)
            ordinal = values.NextOrdinal();
        return ordinal;
    }
}
