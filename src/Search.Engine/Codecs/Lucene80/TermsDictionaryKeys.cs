using Search.Engine.Codecs.Packed;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>The sparse index over a dictionary: a short key before every 1,024th term.</summary>
/// <remarks>
/// Key j sorts after all terms before the j-th group and not after the group's first term. README.md, "Terms dictionary";
/// column notes, section 3.7. Immutable; shareable.
/// </remarks>
internal sealed class TermsDictionaryKeys
{
    private const int MaxShift = 30;

    private readonly IndexInput _keys;
    private readonly MonotonicReader _ends;

    private TermsDictionaryKeys(IndexInput keys, MonotonicReader ends, int shift)
    {
        _keys = keys;
        _ends = ends;
        Shift = shift;
    }

    /// <summary>Terms of a group as a power of two.</summary>
    public int Shift { get; }

    public static TermsDictionaryKeys Read(IndexInput meta, IndexInput data, int termCount, int monotonicShift)
    {
        int shift = meta.ReadInt32();
        if (shift is < 0 or > MaxShift)
            throw new CorruptIndexException($"a dictionary index with a key every 2^{shift} terms", meta);
        long count = 1 + ((termCount + (1L << shift) - 1) >> shift);
        long lines = meta.Position;
        TermsDictionary.SkipSequence(meta, count, monotonicShift);
        IndexInput keys = TermsDictionary.ReadExtent(meta, data);
        IndexInput ends = TermsDictionary.ReadExtent(meta, data);
        long end = meta.Position;
        meta.Seek(lines);
        MonotonicReader sequence = MonotonicReader.Read(meta, count, monotonicShift, ends);
        meta.Seek(end);
        return new TermsDictionaryKeys(keys, sequence, shift);
    }

    /// <summary>The last group whose key is at most <paramref name="value"/>; 0 when there is none.</summary>
    public int GroupOf(ReadOnlySpan<byte> value)
    {
        var low = 0;
        var high = (int)_ends.Count - 2; // one key less than ends
        while (low < high)
        {
            int middle = (low + high + 1) >>> 1;
            if (KeyOf(middle).SequenceCompareTo(value) <= 0)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    private ReadOnlySpan<byte> KeyOf(int group)
    {
        long start = _ends.Get(group);
        long length = _ends.Get(group + 1L) - start;
        if (length > int.MaxValue)
            throw new CorruptIndexException($"key {group} of a dictionary index has {length} bytes", _keys.Name);
        return _keys.SpanAt(start, (int)length);
    }
}
