using Search.Engine.Index;

namespace Search.Engine.Search.Collectors;

/// <summary>Compares by integers: of a column, or floats, scores and document ids as integers that order alike.</summary>
internal sealed class NumberComparator(SortField field, int slots) : SortComparator
{
    private readonly long[] _kept = new long[slots];
    private readonly long _missing = MissingOf(field);
    private NumericDocValues? _single;
    private SortedNumericDocValues? _several;
    private int _docBase;
    private long _current;

    public override void StartLeaf(Leaf leaf)
    {
        _docBase = leaf.DocBase;
        if (field.Column is null)
            return;
        _single = leaf.Reader.NumericColumn(field.Column);
        _several = _single is null ? leaf.Reader.SortedNumericColumn(field.Column) : null;
    }

    public override void Look(int docId, float score) => _current = field.Kind switch
    {
        // Highest first: the complement turns the order round without overflow.
        SortKind.Score => ~(long)NumericBytes.SortableBits(score),
        SortKind.Doc => _docBase + docId,
        _ => ColumnValue(docId),
    };

    public override int CompareTo(int slot) => _current.CompareTo(_kept[slot]);

    public override int CompareTo(SortKey after) => _current.CompareTo(after.Number);

    public override int Compare(int left, int right) => _kept[left].CompareTo(_kept[right]);

    public override void Keep(int slot) => _kept[slot] = _current;

    public override SortKey KeyOf(int slot) => new(_kept[slot], null);

    private long ColumnValue(int docId)
    {
        if (_single is not null && _single.AdvanceExact(docId))
            return Sortable(_single.Value);
        if (_several is null || !_several.AdvanceExact(docId))
            return _missing;
        long value = _several.NextValue();
        for (int left = field.Selector == SortSelector.Max ? _several.Count - 1 : 0; left > 0; left--)
            value = _several.NextValue();
        return value;
    }

    // Numeric columns hold the raw bits of floats, sorted-numeric ones integers that order like them.
    private long Sortable(long raw) => field.Kind switch
    {
        SortKind.Single => NumericBytes.SortableBits(BitConverter.Int32BitsToSingle((int)raw)),
        SortKind.Double => NumericBytes.SortableBits(BitConverter.Int64BitsToDouble(raw)),
        _ => raw,
    };

    private static long MissingOf(SortField field) => field.Kind switch
    {
        SortKind.Single => NumericBytes.SortableBits((float)field.MissingNumber),
        SortKind.Double => NumericBytes.SortableBits(field.MissingNumber),
        _ => field.MissingInteger ?? (long)field.MissingNumber,
    };
}
