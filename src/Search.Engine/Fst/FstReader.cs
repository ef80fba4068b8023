using System.Diagnostics.CodeAnalysis;
using Search.Engine.Store;

namespace Search.Engine.Fst;

/// <summary>Reads node bytes, which run towards lower addresses.</summary>
internal ref struct FstReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly Transducer _owner;

    public FstReader(Transducer owner, ReadOnlySpan<byte> bytes, int address)
    {
        _owner = owner;
        _bytes = bytes;
        Address = address;
    }

    /// <summary>Address of the next byte; -1 behind the last.</summary>
    public int Address { get; set; }

    public byte ReadByte()
    {
        if ((uint)Address >= (uint)_bytes.Length)
            ThrowCorrupt("a node runs out of the transducer");
        return _bytes[Address--];
    }

    public int ReadVInt32()
    {
        long value = ReadVInt64();
        if (value > int.MaxValue)
            ThrowCorrupt($"the number {value}");
        return (int)value;
    }

    public long ReadVInt64()
    {
        byte b = ReadByte();
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

    public void Skip(int count)
    {
        if (count < 0 || count > Address + 1)
            ThrowCorrupt($"{count} bytes where {Address + 1} are left");
        Address -= count;
    }

    [DoesNotReturn]
    public readonly void ThrowCorrupt(string message) =>
        throw new CorruptIndexException($"transducer, address {Address}: {message}", _owner.FileName, _owner.FileOffset + Math.Max(Address, 0));
}
