using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene87;

/// <summary>Reads the primitives of one decompressed document; beyond its end is a <see cref="CorruptIndexException"/>.</summary>
internal ref struct StoredValueReader(ReadOnlySpan<byte> document, string fileName)
{
    private ReadOnlySpan<byte> _rest = document;

    /// <summary>Number of bytes that were not read yet.</summary>
    public readonly int Remaining => _rest.Length;

    public byte ReadByte() => Take(1)[0];

    public short ReadInt16() => BinaryPrimitives.ReadInt16BigEndian(Take(2));

    public int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(Take(4));

    public long ReadInt64() => BinaryPrimitives.ReadInt64BigEndian(Take(8));

    /// <summary>Length in bytes, then that many bytes.</summary>
    public ReadOnlySpan<byte> ReadBytes()
    {
        long length = ReadVInt64();
        return length > int.MaxValue ? Take(-1) : Take((int)length);
    }

    public int ReadZInt32()
    {
        long code = ReadVInt64();
        return code <= uint.MaxValue ? ZigZag.Decode((uint)code) : throw TooManyBits();
    }

    /// <summary>1 to 9 bytes; never negative.</summary>
    public long ReadVInt64()
    {
        long value = 0;
        for (var shift = 0; shift < 63; shift += 7)
        {
            byte b = ReadByte();
            value |= (long)(b & 0x7F) << shift;
            if (b < 0x80)
                return value;
        }
        throw TooManyBits();
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if ((uint)count > (uint)_rest.Length)
            ThrowTooShort();
        ReadOnlySpan<byte> taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private readonly CorruptIndexException TooManyBits() => new("a stored number has too many bits", fileName);

    [DoesNotReturn]
    private readonly void ThrowTooShort() =>
        throw new CorruptIndexException("a stored document is shorter than its values", fileName);
}
