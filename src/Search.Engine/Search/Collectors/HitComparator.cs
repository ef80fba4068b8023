using Search.Engine.Index;

namespace Search.Engine.Search.Collectors;

/// <summary>Compares by what needs no column: scores, highest first, or document ids.</summary>
internal sealed class HitComparator(SortKind kind, int slots) : SortComparator
{
    private readonly long[] _kept = new long[slots];
    private int _docBase;
    private long _current;

    public override void StartLeaf(Leaf leaf) => _docBase = leaf.DocBase;

    public override void Look(int docId, float score) =>
        _current = (kind == SortKind.Score ? SortKey.OfScore(score) : SortKey.OfDoc(_docBase + docId)).Bits;

    public override int CompareTo(int slot) => _current.CompareTo(_kept[slot]);

    public override int CompareTo(in SortKey after) => _current.CompareTo(after.Bits);

    public override int Compare(int left, int right) => _kept[left].CompareTo(_kept[right]);

    public override void Keep(int slot) => _kept[slot] = _current;

    public override SortKey KeyOf(int slot) => new(kind, _kept[slot], null);
}
