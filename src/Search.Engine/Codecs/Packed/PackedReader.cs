using System.Diagnostics;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Packed;

/// <summary>Reads any number of a direct run where it lies.</summary>
/// <remarks>
/// One load and one shift a number: a width never straddles more than the 1, 2, 4 or 8 bytes that are loaded. Reading
/// outside the input is a <see cref="CorruptIndexException"/>. Shareable between threads. README.md, "Direct run".
/// </remarks>
internal readonly struct PackedReader
{
    private readonly IndexInput _data;
    private readonly long _offset;
    private readonly ulong _mask;

    private PackedReader(IndexInput data, long offset, int bitsPerValue)
    {
        _data = data;
        _offset = offset;
        _mask = bitsPerValue == 0 ? 0 : ulong.MaxValue >> (64 - bitsPerValue);
        BitsPerValue = bitsPerValue;
    }

    /// <summary>The width; 0 when every number is 0 and nothing is stored.</summary>
    public int BitsPerValue { get; }

    /// <summary>Bytes of a direct run with its padding; 0 for width 0.</summary>
    public static long ByteCount(long count, int bitsPerValue) =>
        bitsPerValue == 0 ? 0 : (long)(((UInt128)(ulong)count * (uint)bitsPerValue + 7) >> 3) + PackedWriter.PaddingBytes;

    /// <summary>A run of <paramref name="count"/> numbers that starts at <paramref name="offset"/> of the input, which is borrowed.</summary>
    /// <exception cref="CorruptIndexException">No such width, or the run does not fit into the input.</exception>
    public static PackedReader Open(IndexInput data, long offset, long count, int bitsPerValue)
    {
        if (bitsPerValue != 0 && !PackedWidth.IsDirect(bitsPerValue))
            throw new CorruptIndexException($"packed numbers of {bitsPerValue} bits", data.Name, offset);
        if (count < 0 || count > long.MaxValue / 64 || offset < 0 || ByteCount(count, bitsPerValue) > data.Length - offset)
            throw new CorruptIndexException($"{count} packed numbers of {bitsPerValue} bits do not fit into {data.Length} bytes", data.Name, offset);
        return new PackedReader(data, offset, bitsPerValue);
    }

    /// <summary>The number at <paramref name="index"/>, which is at least 0 and below the count.</summary>
    public long Get(long index)
    {
        Debug.Assert(index >= 0);
        int width = BitsPerValue;
        long bit = index * width;
        long at = _offset + (bit >> 3);
        int before = (int)bit & 7;
        ulong word;
        int loaded;
        if (width <= 8)
        {
            if (width == 0)
                return 0;
            word = _data.ByteAt(at);
            loaded = 8;
        }
        else if (width <= 16)
        {
            word = (ushort)_data.Int16At(at);
            loaded = 16;
        }
        else if (width <= 32)
        {
            word = (uint)_data.Int32At(at);
            loaded = 32;
        }
        else
        {
            word = (ulong)_data.Int64At(at);
            loaded = 64;
        }
        return (long)((word >> (loaded - width - before)) & _mask);
    }
}
