using Search.Engine.Codecs.Packed;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Where the values of each slot start: 0, then the running ends.</summary>
/// <remarks>
/// Metadata: offset, block shift, monotonic blocks, length; data: the sequence's packed numbers. Column notes, sections 3.5,
/// 3.8 and 3.9. One thread at a time.
/// </remarks>
internal sealed class ColumnAddresses
{
    public const int BlockShift = 16;

    private readonly ColumnOutput _output;
    private readonly MonotonicWriter _starts;
    private readonly long _offset;
    private long _end;

    /// <summary>Begins a sequence at the output's position.</summary>
    public ColumnAddresses(ColumnOutput output)
    {
        _output = output;
        _offset = output.Data.FilePointer;
        output.Meta.WriteInt64(_offset);
        output.Meta.WriteVInt32(BlockShift);
        _starts = new MonotonicWriter(output.Meta, output.Data, BlockShift);
        _starts.Add(0);
    }

    /// <summary>Adds the next slot.</summary>
    public void Add(int length)
    {
        _end += length;
        _starts.Add(_end);
    }

    public void Finish()
    {
        _starts.Finish();
        _output.Meta.WriteInt64(_output.Data.FilePointer - _offset);
    }

    /// <summary>Reads a sequence of <paramref name="slots"/> slots.</summary>
    public static MonotonicReader Read(IndexInput meta, IndexInput data, int slots)
    {
        long offset = meta.ReadInt64();
        IndexInput packed = SliceFrom(meta, data, offset);
        int blockShift = meta.ReadVInt32();
        MonotonicReader starts = MonotonicReader.Read(meta, slots + 1L, blockShift, packed);
        CheckLength(meta, data, offset, meta.ReadInt64(), starts.ByteCount);
        return starts;
    }

    /// <summary>The data file from an offset on, which <paramref name="meta"/> told.</summary>
    public static IndexInput SliceFrom(IndexInput meta, IndexInput data, long offset)
    {
        if (offset < 0 || offset > data.Length)
            throw new CorruptIndexException($"offset {offset} of \"{data.Name}\", which has {data.Length} bytes", meta);
        return data.Slice(data.Name, offset, data.Length - offset);
    }

    /// <summary>Checks how many bytes of the data file something is said to take from an offset on: as many as it needs, and no more than there are.</summary>
    public static void CheckLength(IndexInput meta, IndexInput data, long offset, long length, long needed)
    {
        if (offset < 0 || length < needed || offset > data.Length - length)
            throw new CorruptIndexException($"{length} bytes at {offset} of \"{data.Name}\" for {needed}; it has {data.Length}", meta);
    }
}
