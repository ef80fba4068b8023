using System.Runtime.CompilerServices;

namespace Search.Engine.Indexing.Buffering;

/// <summary>Reads a <see cref="SliceStream"/> from its start.</summary>
internal struct SliceReader
{
    private readonly ByteArena _arena;
    private readonly int _tail;
    private int _position;
    private int _end; // of the current slice's payload
    private int _level;

    public SliceReader(ByteArena arena, in SliceStream stream)
    {
        _arena = arena;
        _tail = stream.Tail;
        _position = stream.Head;
        _end = stream.Head + ByteArena.PayloadBytes(0);
    }

    public readonly bool IsAtEnd => _position == _tail;

    public byte ReadByte()
    {
        if (_position == _end)
            NextSlice();
        return _arena.At(_position++, 1)[0];
    }

    /// <summary>A number of 7 bits a byte, lowest group first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadVInt32()
    {
        // Most numbers are small: one byte that lies in this slice.
        if (_position != _end && _arena.At(_position, 1)[0] is var only and < 0x80)
        {
            _position++;
            return only;
        }
        return ReadLongVInt32();
    }

    private int ReadLongVInt32()
    {
        byte b = ReadByte();
        uint value = (uint)b & 0x7F;
        for (var shift = 7; b >= 0x80; shift += 7)
        {
            b = ReadByte();
            value |= (uint)(b & 0x7F) << shift;
        }
        return (int)value;
    }

    public void ReadBytes(Span<byte> destination)
    {
        while (!destination.IsEmpty)
        {
            if (_position == _end)
                NextSlice();
            int count = Math.Min(destination.Length, _end - _position);
            _arena.At(_position, count).CopyTo(destination);
            _position += count;
            destination = destination[count..];
        }
    }

    private void NextSlice()
    {
        _level = ByteArena.NextLevel(_level);
        _position = _arena.FollowLink(_end);
        _end = _position + ByteArena.PayloadBytes(_level);
    }
}
