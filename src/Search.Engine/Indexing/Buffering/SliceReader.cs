using System.Runtime.CompilerServices;

namespace Search.Engine.Indexing.Buffering;

/// <summary>Reads a <see cref="SliceStream"/> from its start.</summary>
internal struct SliceReader
{
    private readonly ByteArena _arena;
    private readonly int _tail;
    private byte[] _block; // where the current slice lies, whole
    private int _position;
    private int _end; // of the current slice's payload
    private int _level;

    public SliceReader(ByteArena arena, in SliceStream stream)
    {
        _arena = arena;
        _tail = stream.Tail;
        _position = stream.Head;
        _end = stream.Head + ByteArena.PayloadBytes(0);
        _block = arena.BlockOf(stream.Head);
    }

    public readonly bool IsAtEnd => _position == _tail;

    public byte ReadByte()
    {
        if (_position == _end)
            NextSlice();
        return _block[_position++ & ByteArena.OffsetMask];
    }

    /// <summary>A number of 7 bits a byte, lowest group first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadVInt32()
    {
        byte b = ReadByte();
        return b < 0x80 ? b : ReadLongVInt32(b);
    }

    public void ReadBytes(Span<byte> destination)
    {
        while (!destination.IsEmpty)
        {
            if (_position == _end)
                NextSlice();
            int count = Math.Min(destination.Length, _end - _position);
            _block.AsSpan(_position & ByteArena.OffsetMask, count).CopyTo(destination);
            _position += count;
            destination = destination[count..];
        }
    }

    private int ReadLongVInt32(byte first)
    {
        uint value = (uint)first & 0x7F;
        byte b = first;
        for (var shift = 7; b >= 0x80; shift += 7)
        {
            b = ReadByte();
            value |= (uint)(b & 0x7F) << shift;
        }
        return (int)value;
    }

    private void NextSlice()
    {
        _level = ByteArena.NextLevel(_level);
        _position = _arena.FollowLink(_end);
        _end = _position + ByteArena.PayloadBytes(_level);
        _block = _arena.BlockOf(_position);
    }
}
