namespace Search.Engine.Store;

/// <summary>Collects bytes in memory.</summary>
internal sealed class ByteBufferOutput : DataOutput
{
    private byte[] _buffer;

    public ByteBufferOutput(int capacity = 256) => _buffer = new byte[capacity];

    /// <summary>Number of bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>Memory that is held, in bytes.</summary>
    public int Capacity => _buffer.Length;

    /// <summary>The bytes written; valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, Length);

    /// <summary>Forgets the content and keeps the memory.</summary>
    public void Clear() => Length = 0;

    /// <summary>Forgets what was written from byte <paramref name="length"/> on.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        Length = length;
    }

    /// <summary>Appends <paramref name="count"/> bytes for the caller to fill before the next write.</summary>
    public Span<byte> Append(int count)
    {
        if (count > _buffer.Length - Length)
            Grow(count);
        Length += count;
        return _buffer.AsSpan(Length - count, count);
    }

    public override void WriteByte(byte value)
    {
        if (Length == _buffer.Length)
            Grow(1);
        _buffer[Length++] = value;
    }

    public override void WriteVInt32(int value)
    {
        if (_buffer.Length - Length < MaxVInt32Bytes)
        {
            base.WriteVInt32(value);
            return;
        }
        // The same as the base does, without a call for each byte.
        Span<byte> free = _buffer.AsSpan(Length);
        var rest = (uint)value;
        var count = 0;
        for (; rest >= 0x80; rest >>= 7)
            free[count++] = (byte)(rest | 0x80);
        free[count++] = (byte)rest;
        Length += count;
    }

    public override void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Append(bytes.Length));
    }

    private void Grow(int extra) =>
        Array.Resize(ref _buffer, (int)Math.Min(Array.MaxLength, Math.Max((long)Length + extra, _buffer.Length * 2L)));
}
