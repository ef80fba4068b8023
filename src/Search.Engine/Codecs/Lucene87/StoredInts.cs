using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene87;

/// <summary>One small number a document of a chunk, read where it lies.</summary>
/// <remarks>README.md, "ints"; container notes, section 10.2.</remarks>
internal readonly struct StoredInts
{
    private readonly IndexInput _input;
    private readonly long _offset;
    private readonly int _width; // 0: all are the same
    private readonly int _same;

    private StoredInts(IndexInput input, long offset, int width, int same)
    {
        _input = input;
        _offset = offset;
        _width = width;
        _same = same;
    }

    /// <summary>Reads <paramref name="count"/> numbers; the input then stands behind them.</summary>
    public static StoredInts Read(IndexInput input, int count)
    {
        int width = count == 1 ? 0 : input.ReadVInt32();
        if (width is < 0 or > 31)
            throw new CorruptIndexException($"numbers of {width} bits", input);
        if (width == 0)
        {
            int same = input.ReadVInt32();
            return same >= 0 ? new StoredInts(input, 0, 0, same) : throw new CorruptIndexException($"a number of {same}", input);
        }
        var numbers = new StoredInts(input, input.Position, width, 0);
        input.Skip(((long)count * width + 7) >> 3);
        return numbers;
    }

    /// <summary>The number of a document, counted from the chunk's first.</summary>
    public int Get(int index)
    {
        if (_width == 0)
            return _same;
        long bit = (long)index * _width;
        long at = _offset + (bit >> 3);
        int bits = ((int)bit & 7) + _width; // at most 38: up to 5 bytes
        ulong word = 0;
        int loaded = 0;
        for (; loaded < bits; loaded += 8)
            word = word << 8 | _input.ByteAt(at++);
        return (int)(word >> (loaded - bits)) & (int)((1L << _width) - 1);
    }

    /// <summary>The sum of the first <paramref name="count"/> numbers.</summary>
    public long Sum(int count)
    {
        if (_width == 0)
            return (long)_same * count;
        long sum = 0;
        for (var i = 0; i < count; i++)
            sum += Get(i);
        return sum;
    }
}
