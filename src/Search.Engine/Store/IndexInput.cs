using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Search.Engine.Store;

/// <summary>Reads a file or a slice of one; fixed-width numbers are big-endian.</summary>
/// <remarks>
/// <para>Bytes are mapped, so nothing is copied: <see cref="ReadSpan"/> hands out the file's own memory. Reading outside
/// the file is a <see cref="CorruptIndexException"/>, whatever the bytes say.</para>
/// <para>One thread at a time; <see cref="Clone"/> gives another thread its own position. The root input owns the memory:
/// clones and slices are borrowed, disposing them does nothing, and none of them may be used after the root is disposed.
/// They keep the memory reachable, so that a forgotten root cannot be collected under them.</para>
/// </remarks>
public sealed unsafe class IndexInput : IDisposable
{
    private readonly InputMemory _memory;
    private readonly bool _ownsMemory;
    private readonly byte* _start;
    private long _position;

    internal IndexInput(string name, InputMemory memory)
        : this(name, memory, memory.Start, memory.Length) => _ownsMemory = true;

    private IndexInput(string name, InputMemory memory, byte* start, long length)
    {
        Name = name;
        _memory = memory;
        _start = start;
        Length = length;
    }

    /// <summary>The file's name; a slice of a compound file carries its own.</summary>
    public string Name { get; }

    /// <summary>Number of bytes.</summary>
    public long Length { get; }

    /// <summary>Byte offset of the next read, from the start of this input.</summary>
    public long Position => _position;

    /// <summary>Number of bytes after the position.</summary>
    public long Remaining => Length - _position;

    /// <summary>Moves to a byte offset in <c>[0, Length]</c>.</summary>
    public void Seek(long position)
    {
        if ((ulong)position > (ulong)Length)
            ThrowOutside(position, 0);
        _position = position;
    }

    /// <summary>Moves on by <paramref name="count"/> bytes.</summary>
    public void Skip(long count) => Seek(_position + count);

    /// <summary>An independent position over the same bytes, at the same place.</summary>
    public IndexInput Clone() => new(Name, _memory, _start, Length) { _position = _position };

    /// <summary>A part of this input as an input of its own, at its start.</summary>
    public IndexInput Slice(string name, long offset, long length)
    {
        if (offset < 0 || length < 0 || offset > Length - length)
            ThrowOutside(offset, length);
        return new IndexInput(name, _memory, _start + offset, length);
    }

    /// <summary>One byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte ReadByte()
    {
        if (_position >= Length)
            ThrowOutside(_position, 1);
        return _start[_position++];
    }

    /// <summary>Two bytes.</summary>
    public short ReadInt16() => BinaryPrimitives.ReadInt16BigEndian(ReadSpan(2));

    /// <summary>Four bytes.</summary>
    public int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(ReadSpan(4));

    /// <summary>Eight bytes.</summary>
    public long ReadInt64() => BinaryPrimitives.ReadInt64BigEndian(ReadSpan(8));

    /// <summary>1 to 5 bytes; the 32-bit pattern, negative when its top bit is set.</summary>
    public int ReadVInt32()
    {
        byte b = ReadByte();
        uint value = (uint)b & 0x7F;
        for (var shift = 7; b >= 0x80; shift += 7)
        {
            b = ReadByte();
            if (shift == 28 && b > 0x0F)
                throw new CorruptIndexException("a variable-length int has too many bits", this);
            value |= (uint)(b & 0x7F) << shift;
        }
        return (int)value;
    }

    /// <summary>1 to 9 bytes; never negative.</summary>
    public long ReadVInt64() => (long)ReadVUInt64(maximumShift: 56);

    /// <summary>Zig-zag of <see cref="ReadVInt32"/>.</summary>
    public int ReadZInt32() => ZigZag.Decode((uint)ReadVInt32());

    /// <summary>Zig-zag of 1 to 10 bytes.</summary>
    public long ReadZInt64() => ZigZag.Decode(ReadVUInt64(maximumShift: 63));

    /// <summary>Length in bytes, then UTF-8.</summary>
    public string ReadString() => Utf8Text.Decode(ReadSpan(ReadVInt32()));

    /// <summary>A map in any order; a repeated key is a fault.</summary>
    public Dictionary<string, string> ReadMap()
    {
        int count = ReadCount();
        var map = new Dictionary<string, string>(Math.Min(count, 64), StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            string key = ReadString();
            if (!map.TryAdd(key, ReadString()))
                throw new CorruptIndexException($"key \"{key}\" stands twice in a map", this);
        }
        return map;
    }

    /// <summary>A set in any order; a repeated member is a fault.</summary>
    public HashSet<string> ReadSet()
    {
        int count = ReadCount();
        var set = new HashSet<string>(Math.Min(count, 64), StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            string member = ReadString();
            if (!set.Add(member))
                throw new CorruptIndexException($"\"{member}\" stands twice in a set", this);
        }
        return set;
    }

    /// <summary>Copies bytes.</summary>
    public void ReadBytes(Span<byte> destination) => ReadSpan(destination.Length).CopyTo(destination);

    /// <summary>The next <paramref name="count"/> bytes where they lie; valid while the root input is open.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> ReadSpan(int count)
    {
        if (count < 0 || count > Length - _position)
            ThrowOutside(_position, count);
        var span = new ReadOnlySpan<byte>(_start + _position, count);
        _position += count;
        return span;
    }

    /// <summary>Bytes at an absolute offset, without moving; valid while the root input is open.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> SpanAt(long offset, int count)
    {
        if (count < 0 || offset < 0 || offset > Length - count)
            ThrowOutside(offset, count);
        return new ReadOnlySpan<byte>(_start + offset, count);
    }

    /// <summary>Asks for the bytes at an absolute offset, if there are any, to be brought nearer; waits for nothing and does not move.</summary>
    internal void Prefetch(long offset)
    {
        if ((ulong)offset < (ulong)Length)
            CacheLine.Prefetch(ref _start[offset]);
    }

    /// <summary>One byte at an absolute offset, without moving.</summary>
    public byte ByteAt(long offset) => SpanAt(offset, 1)[0];

    /// <summary>Two bytes at an absolute offset, without moving.</summary>
    public short Int16At(long offset) => BinaryPrimitives.ReadInt16BigEndian(SpanAt(offset, 2));

    /// <summary>Four bytes at an absolute offset, without moving.</summary>
    public int Int32At(long offset) => BinaryPrimitives.ReadInt32BigEndian(SpanAt(offset, 4));

    /// <summary>Eight bytes at an absolute offset, without moving.</summary>
    public long Int64At(long offset) => BinaryPrimitives.ReadInt64BigEndian(SpanAt(offset, 8));

    /// <summary>CRC-32 of the first <paramref name="length"/> bytes, without moving.</summary>
    public uint ComputeChecksum(long length)
    {
        Crc32 crc = default;
        const int Step = 1 << 20;
        for (long offset = 0; offset < length; offset += Step)
            crc.Update(SpanAt(offset, (int)Math.Min(Step, length - offset)));
        return crc.Value;
    }

    /// <summary>Releases the memory if this is the root input; clones and slices release nothing.</summary>
    public void Dispose()
    {
        if (_ownsMemory)
            _memory.Dispose();
    }

    // A count can never exceed the bytes that are left, so a damaged one cannot ask for much memory.
    private int ReadCount()
    {
        int count = ReadVInt32();
        if (count < 0 || count > Remaining)
            throw new CorruptIndexException($"a count of {count} with {Remaining} bytes left", this);
        return count;
    }

    private ulong ReadVUInt64(int maximumShift)
    {
        byte b = ReadByte();
        ulong value = (ulong)b & 0x7F;
        for (var shift = 7; b >= 0x80; shift += 7)
        {
            b = ReadByte();
            if (shift > maximumShift || (shift == 63 && b > 1))
                throw new CorruptIndexException("a variable-length long has too many bits", this);
            value |= (ulong)(b & 0x7F) << shift;
        }
        return value;
    }

    [DoesNotReturn]
    private void ThrowOutside(long offset, long count) =>
        throw new CorruptIndexException($"reading {count} bytes at {offset} of a file of {Length}", Name, offset);
}
