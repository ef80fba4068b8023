using Search.Engine.Index;
using Search.Engine.Search.Columns;

namespace Search.Engine.Search.Collectors;

/// <summary>Compares by the numbers of a column.</summary>
internal sealed class NumberComparator(SortField field, int slots) : SortComparator
{
    private readonly long[] _kept = new long[slots];
    private readonly NumberColumn _column = new(field.Column!, KindOf(field));
    private readonly long _missing = MissingOf(field);
    private long _current;

    public override void StartLeaf(Leaf leaf) => _column.StartLeaf(leaf.Reader);

    public override void Look(int docId, float score) =>
        _current = _column.TryGet(docId, field.Selector, out long value) ? value : _missing;

    public override int CompareTo(int slot) => _current.CompareTo(_kept[slot]);

    public override int CompareTo(in SortKey after) => _current.CompareTo(after.Bits);

    public override int Compare(int left, int right) => _kept[left].CompareTo(_kept[right]);

    public override void Keep(int slot) => _kept[slot] = _current;

    public override SortKey KeyOf(int slot) => new(field.Kind, _kept[slot], null);

    private static NumberKind KindOf(SortField field) => field.Kind switch
    {
        SortKind.Single => NumberKind.Single,
        SortKind.Double => NumberKind.Double,
        _ => NumberKind.Integer,
    };

    private static long MissingOf(SortField field) => field.Kind switch
    {
        SortKind.Single => NumericBytes.SortableBits((float)field.MissingNumber),
        SortKind.Double => NumericBytes.SortableBits(field.MissingNumber),
        _ => field.MissingInteger ?? (long)field.MissingNumber,
    };
}
