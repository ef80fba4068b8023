using System.Buffers.Binary;
using System.Text;

namespace Search.Engine.Store;

/// <summary>A sink of the format's primitives; fixed-width numbers are big-endian.</summary>
/// <remarks>Encodings: container notes, section 1. One thread at a time.</remarks>
public abstract class DataOutput
{
    private protected const int MaxVInt32Bytes = 5;

    /// <summary>Appends one byte.</summary>
    public abstract void WriteByte(byte value);

    /// <summary>Appends raw bytes.</summary>
    public abstract void WriteBytes(ReadOnlySpan<byte> bytes);

    /// <summary>Two bytes.</summary>
    public void WriteInt16(short value)
    {
        Span<byte> buffer = stackalloc byte[2];
        BinaryPrimitives.WriteInt16BigEndian(buffer, value);
        WriteBytes(buffer);
    }

    /// <summary>Four bytes.</summary>
    public void WriteInt32(int value)
    {
        Span<byte> buffer = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(buffer, value);
        WriteBytes(buffer);
    }

    /// <summary>Eight bytes.</summary>
    public void WriteInt64(long value)
    {
        Span<byte> buffer = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(buffer, value);
        WriteBytes(buffer);
    }

    /// <summary>The 32-bit pattern, 7 bits a byte, lowest group first: 1 to 5 bytes, 5 for negative numbers.</summary>
    public virtual void WriteVInt32(int value)
    {
        var rest = (uint)value;
        while (rest >= 0x80)
        {
            WriteByte((byte)(rest | 0x80));
            rest >>= 7;
        }
        WriteByte((byte)rest);
    }

    /// <summary>1 to 9 bytes; <paramref name="value"/> must not be negative.</summary>
    public void WriteVInt64(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        WriteVUInt64((ulong)value);
    }

    /// <summary>Zig-zag, then as <see cref="WriteVInt32"/>.</summary>
    public void WriteZInt32(int value) => WriteVInt32((int)ZigZag.Encode(value));

    /// <summary>Zig-zag, then 1 to 10 bytes.</summary>
    public void WriteZInt64(long value) => WriteVUInt64(ZigZag.Encode(value));

    /// <summary>Length in bytes, then UTF-8; an unpaired surrogate becomes U+FFFD.</summary>
    public void WriteString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        byte[] utf8 = Encoding.UTF8.GetBytes(value);
        WriteVInt32(utf8.Length);
        WriteBytes(utf8);
    }

    /// <summary>Count, then key and value of each pair, in ordinal order of the keys.</summary>
    public void WriteMap(IReadOnlyDictionary<string, string> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        WriteVInt32(map.Count);
        foreach ((string key, string value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            WriteString(key);
            WriteString(value);
        }
    }

    /// <summary>Count, then each member, in ordinal order.</summary>
    public void WriteSet(IReadOnlyCollection<string> set)
    {
        ArgumentNullException.ThrowIfNull(set);
        WriteVInt32(set.Count);
        foreach (string member in set.Order(StringComparer.Ordinal))
            WriteString(member);
    }

    private void WriteVUInt64(ulong rest)
    {
        while (rest >= 0x80)
        {
            WriteByte((byte)(rest | 0x80));
            rest >>= 7;
        }
        WriteByte((byte)rest);
    }
}
