using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Looks up the strings of a column.</summary>
/// <remarks>
/// README.md, "Terms dictionary"; column notes, section 3.7. One thread at a time. Going through ascending ordinals decodes
/// each term once.
/// </remarks>
internal sealed class TermsDictionaryReader : IOrdinalDictionary
{
    private readonly TermsDictionary _dictionary;
    private readonly IndexInput _terms;
    private readonly byte[] _term;
    private int _length;
    private int _ordinal = -1; // of _term; the input stands behind it

    public TermsDictionaryReader(TermsDictionary dictionary, IndexInput terms)
    {
        _dictionary = dictionary;
        _terms = terms;
        _term = new byte[dictionary.Longest];
    }

    public int ValueCount => _dictionary.Count;

    private int BlockMask => (1 << _dictionary.BlockShift) - 1;

    public ReadOnlySpan<byte> Lookup(int ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ordinal);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ordinal, ValueCount);
        int block = ordinal >> _dictionary.BlockShift;
        if (_ordinal < 0 || _ordinal > ordinal || _ordinal >> _dictionary.BlockShift != block)
            ReadFirst(block);
        while (_ordinal < ordinal)
            ReadNext();
        return _term.AsSpan(0, _length);
    }

    public int Find(ReadOnlySpan<byte> value)
    {
        if (ValueCount == 0)
            return -1;
        TermsDictionaryKeys keys = _dictionary.Keys;
        int group = keys.GroupOf(value);
        long firstOrdinal = (long)group << keys.Shift;
        long endOrdinal = Math.Min(ValueCount, firstOrdinal + (1L << keys.Shift));
        var first = (int)(firstOrdinal >> _dictionary.BlockShift);
        var last = (int)((endOrdinal - 1) >> _dictionary.BlockShift);
        return FindInBlock(BlockOf(value, first, last), value);
    }

    // The last block of [first, last] whose first term is at most value; first when there is none.
    private int BlockOf(ReadOnlySpan<byte> value, int first, int last)
    {
        while (first < last)
        {
            int middle = (first + last + 1) >>> 1;
            ReadFirst(middle);
            if (_term.AsSpan(0, _length).SequenceCompareTo(value) <= 0)
                first = middle;
            else
                last = middle - 1;
        }
        return first;
    }

    private int FindInBlock(int block, ReadOnlySpan<byte> value)
    {
        ReadFirst(block);
        int lastOrdinal = Math.Min(ValueCount - 1, _ordinal | BlockMask);
        while (true)
        {
            int order = _term.AsSpan(0, _length).SequenceCompareTo(value);
            if (order >= 0)
                return order == 0 ? _ordinal : -1 - _ordinal;
            if (_ordinal == lastOrdinal)
                return -1 - (_ordinal + 1);
            ReadNext();
        }
    }

    private void ReadFirst(int block)
    {
        _ordinal = -1; // until the term is complete
        _terms.Seek(_dictionary.BlockStarts.Get(block));
        ReadRest(shared: 0, _terms.ReadVInt32());
        _ordinal = block << _dictionary.BlockShift;
    }

    private void ReadNext()
    {
        int ordinal = _ordinal;
        _ordinal = -1;
        int token = _terms.ReadByte();
        int shared = token & TermsDictionaryFormat.NibbleMax;
        int rest = (token >> 4) + 1;
        if (shared == TermsDictionaryFormat.NibbleMax)
            shared += _terms.ReadVInt32();
        if (rest == TermsDictionaryFormat.NibbleMax + 1)
            rest += _terms.ReadVInt32();
        if ((uint)shared > (uint)_length)
            throw new CorruptIndexException($"a term shares {shared} bytes with one of {_length}", _terms);
        ReadRest(shared, rest);
        _ordinal = ordinal + 1;
    }

    private void ReadRest(int shared, int rest)
    {
        if ((uint)rest > (uint)(_term.Length - shared))
            throw new CorruptIndexException($"a term of {shared} + {rest} bytes where the longest has {_term.Length}", _terms);
        _terms.ReadBytes(_term.AsSpan(shared, rest));
        _length = shared + rest;
    }
}
