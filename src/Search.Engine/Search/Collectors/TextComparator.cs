using Search.Engine.Index;
using Search.Engine.Search.Columns;

namespace Search.Engine.Search.Collectors;

/// <summary>Compares by the strings of a column, by unsigned bytes; ordinals serve inside a segment.</summary>
/// <remarks>
/// Kept hits of other segments are compared by their place in the current dictionary, looked up once per slot and segment.
/// Places are doubled, so that a string that the dictionary lacks stands between two that it has.
/// </remarks>
internal sealed class TextComparator(SortField field, int slots) : SortComparator
{
    private readonly KeptText[] _kept = new KeptText[slots];
    private readonly long _missing = field.MissingTextLast ? long.MaxValue : long.MinValue;
    private SortedDocValues? _single;
    private SortedSetDocValues? _several;
    private IOrdinalDictionary? _dictionary;
    private int _leaf;
    private int _ordinal;
    private (int Leaf, long Place) _after;

    public override void StartLeaf(Leaf leaf)
    {
        _leaf = leaf.Ordinal + 1;
        ColumnTypes.Check(leaf.Reader, field.Column!, DocValuesType.Sorted, DocValuesType.SortedSet);
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
        ref KeptText kept = ref _kept[slot];
        if (kept.Leaf != _leaf)
        {
            kept.Place = kept.IsMissing ? _missing : PlaceOf(kept.Bytes);
            kept.Leaf = _leaf;
        }
        return Place.CompareTo(kept.Place);
    }

    // There is one hit to start after: its place is looked up once a segment.
    public override int CompareTo(in SortKey after)
    {
        if (_after.Leaf != _leaf)
            _after = (_leaf, after.Bytes is null ? _missing : PlaceOf(after.Bytes));
        return Place.CompareTo(_after.Place);
    }

    public override int Compare(int left, int right)
    {
        ref KeptText one = ref _kept[left];
        ref KeptText other = ref _kept[right];
        // Strings that the dictionary lacks may share a place.
        if (one.Leaf == other.Leaf && (one.Place != other.Place || (one.Place & 1) == 0))
            return one.Place.CompareTo(other.Place);
        if (!one.IsMissing && !other.IsMissing)
            return one.Bytes.SequenceCompareTo(other.Bytes);
        int missingOrder = field.MissingTextLast ? 1 : -1;
        return one.IsMissing ? (other.IsMissing ? 0 : missingOrder) : -missingOrder;
    }

    public override void Keep(int slot)
    {
        ref KeptText kept = ref _kept[slot];
        kept.Place = Place;
        kept.Leaf = _leaf;
        if (_ordinal < 0)
            kept.SetMissing();
        else
            kept.Set(_dictionary!.Lookup(_ordinal));
    }

    public override SortKey KeyOf(int slot) => SortKey.OfText(_kept[slot].IsMissing ? null : _kept[slot].Bytes.ToArray());

    private long Place => _ordinal < 0 ? _missing : 2L * _ordinal;

    private long PlaceOf(ReadOnlySpan<byte> text)
    {
        int ordinal = _dictionary?.Find(text) ?? -1;
        return ordinal >= 0 ? 2L * ordinal : 2L * (-1 - ordinal) - 1;
    }

    private int Selected(SortedSetDocValues values)
    {
        int ordinal = values.NextOrdinal();
        for (int left = NumberColumn.IndexOf(field.Selector, values.Count); left > 0; left--)
            ordinal = values.NextOrdinal();
        return ordinal;
    }

    /// <summary>A string in a buffer that is used again, and its place in one segment's dictionary.</summary>
    private struct KeptText
    {
        private byte[]? _buffer;
        private int _length;

        public long Place;
        public int Leaf; // 1 + the segment's number; 0: the slot is empty

        public readonly bool IsMissing => _length < 0;

        public readonly ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

        public void SetMissing() => _length = -1;

        public void Set(ReadOnlySpan<byte> text)
        {
            if (_buffer is null || _buffer.Length < text.Length)
                _buffer = new byte[Math.Max(text.Length, 2 * (_buffer?.Length ?? 8))];
            text.CopyTo(_buffer);
            _length = text.Length;
        }
    }
}
