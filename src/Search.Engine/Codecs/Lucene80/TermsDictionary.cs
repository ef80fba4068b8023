using Search.Engine.Codecs.Packed;
using Search.Engine.Store;
using static Search.Engine.Codecs.Lucene80.TermsDictionaryFormat;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Where the sorted strings of a column lie.</summary>
/// <remarks>README.md, "Terms dictionary"; column notes, section 3.7. Immutable; shareable.</remarks>
internal sealed class TermsDictionary
{
    private const int MaxShift = 22;

    private readonly IndexInput _terms;

    private TermsDictionary(int count, int blockShift, int longest, IndexInput terms, MonotonicReader blockStarts, TermsDictionaryKeys keys)
    {
        Count = count;
        BlockShift = blockShift;
        Longest = longest;
        _terms = terms;
        BlockStarts = blockStarts;
        Keys = keys;
    }

    /// <summary>Number of terms.</summary>
    public int Count { get; }

    /// <summary>Terms of a block as a power of two.</summary>
    public int BlockShift { get; }

    /// <summary>Bytes of the longest term.</summary>
    public int Longest { get; }

    /// <summary>Start of each block in the terms.</summary>
    public MonotonicReader BlockStarts { get; }

    public TermsDictionaryKeys Keys { get; }

    public static TermsDictionary Read(IndexInput meta, IndexInput data)
    {
        long count = meta.ReadVInt64();
        int blockShift = meta.ReadInt32();
        if (blockShift == CompressedBlocks)
            throw new IndexFormatException($"the column's terms are compressed; {FormatAdvice.TooNew}", meta.Name);
        int monotonicShift = meta.ReadInt32();
        if (count > int.MaxValue || blockShift is < 0 or > MaxShift)
            throw new CorruptIndexException($"a dictionary of {count} terms in blocks of 2^{blockShift}", meta);

        // The blocks' lines come before the offset of their data: read that first.
        long blocks = (count + (1L << blockShift) - 1) >> blockShift;
        long lines = meta.Position;
        SkipSequence(meta, blocks, monotonicShift);
        int longest = meta.ReadInt32();
        IndexInput terms = ReadExtent(meta, data);
        IndexInput starts = ReadExtent(meta, data);
        if (longest < 0 || longest > terms.Length)
            throw new CorruptIndexException($"a longest term of {longest} bytes among {terms.Length}", meta);
        long end = meta.Position;
        meta.Seek(lines);
        MonotonicReader blockStarts = MonotonicReader.Read(meta, blocks, monotonicShift, starts);
        meta.Seek(end);
        TermsDictionaryKeys keys = TermsDictionaryKeys.Read(meta, data, (int)count, monotonicShift);
        return new TermsDictionary((int)count, blockShift, longest, terms, blockStarts, keys);
    }

    /// <summary>A cursor for one thread.</summary>
    public TermsDictionaryReader Open() => new(this, _terms.Clone());

    /// <summary>Passes over the lines of a monotonic sequence.</summary>
    public static void SkipSequence(IndexInput meta, long count, int shift)
    {
        if (shift is < 0 or > MaxShift)
            throw new CorruptIndexException($"a monotonic sequence with block shift {shift}", meta);
        meta.Skip(((count + (1L << shift) - 1) >> shift) * SequenceBlockBytes);
    }

    /// <summary>Offset and length of a part of the data file.</summary>
    public static IndexInput ReadExtent(IndexInput meta, IndexInput data) => data.Slice(data.Name, meta.ReadInt64(), meta.ReadInt64());
}
