using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>Reads the format's primitives from bytes of a file, with a position that costs no clone of the input.</summary>
internal ref struct SpanReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string _fileName;
    private readonly long _fileOffset;

    /// <param name="start">Byte offset in the file.</param>
    /// <param name="end">Byte offset behind the last byte that may be read.</param>
    public SpanReader(IndexInput input, long start, long end)
    {
        _bytes = input.SpanAt(start, (int)Math.Clamp(end - start, 0, int.MaxValue));
        _fileName = input.Name;
        _fileOffset = start;
    }

    /// <param name="bytes">Bytes that were put together from several places of the file.</param>
    public SpanReader(ReadOnlySpan<byte> bytes, string fileName)
    {
        _bytes = bytes;
        _fileName = fileName;
        _fileOffset = -1 - int.MaxValue;
    }

    /// <summary>Number of bytes read.</summary>
    public int Position { get; set; }

    /// <summary>Byte offset in the file.</summary>
    public readonly long FilePointer => _fileOffset + Position;

    /// <summary>Number of bytes left.</summary>
    public readonly int Remaining => _bytes.Length - Position;

    /// <summary>The bytes left, where they lie.</summary>
    public readonly ReadOnlySpan<byte> Rest => _bytes[Position..];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte ReadByte()
    {
        if ((uint)Position >= (uint)_bytes.Length)
            ThrowCorrupt("the data ends inside a number");
        return _bytes[Position++];
    }

    /// <summary>1 to 5 bytes; the 32-bit pattern.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadVInt32()
    {
        byte b = ReadByte();
        return b < 0x80 ? b : ReadLongVInt32(b);
    }

    /// <summary>1 to 9 bytes; never negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ReadVInt64()
    {
        byte b = ReadByte();
        return b < 0x80 ? b : ReadLongVInt64(b);
    }

    public ReadOnlySpan<byte> ReadSpan(int count)
    {
        if ((uint)count > (uint)Remaining)
            ThrowCorrupt($"{count} bytes where {Remaining} are left");
        ReadOnlySpan<byte> span = _bytes.Slice(Position, count);
        Position += count;
        return span;
    }

    private int ReadLongVInt32(byte b)
    {
        uint value = (uint)b & 0x7F;
        for (var shift = 7; b >= 0x80; shift += 7)
        {
            b = ReadByte();
            if (shift == 28 && b > 0x0F)
                ThrowCorrupt("a variable-length int has too many bits");
            value |= (uint)(b & 0x7F) << shift;
        }
        return (int)value;
    }

    private long ReadLongVInt64(byte b)
    {
        long value = b & 0x7F;
        for (var shift = 7; b >= 0x80; shift += 7)
        {
            b = ReadByte();
            if (shift > 56)
                ThrowCorrupt("a variable-length long has too many bits");
            value |= (long)(b & 0x7F) << shift;
        }
        return value;
    }

    [DoesNotReturn]
    public readonly void ThrowCorrupt(string message) => throw new CorruptIndexException(message, _fileName, FilePointer);
}
