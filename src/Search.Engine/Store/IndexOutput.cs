namespace Search.Engine.Store;

/// <summary>Writes one file from start to end and keeps its CRC-32.</summary>
/// <remarks>One thread at a time. Disposing closes the file; it does not make it durable (<see cref="IndexDirectory.Sync"/>).</remarks>
public sealed class IndexOutput : DataOutput, IDisposable
{
    /// <summary>Memory that every output holds.</summary>
    internal const int BufferBytes = 1 << 16;

    private readonly Stream _sink;
    private readonly byte[] _buffer = new byte[BufferBytes];
    private long _flushedBytes;
    private int _buffered;
    private Crc32 _crc;
    private bool _disposed;

    /// <summary>Takes over <paramref name="sink"/>, which stands at its start.</summary>
    public IndexOutput(string name, Stream sink)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(sink);
        Name = name;
        _sink = sink;
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>Byte offset of the next write.</summary>
    public long FilePointer => _flushedBytes + _buffered;

    /// <summary>CRC-32 of all bytes written so far.</summary>
    public uint Checksum
    {
        get
        {
            FlushBuffer();
            return _crc.Value;
        }
    }

    /// <inheritdoc/>
    public override void WriteByte(byte value)
    {
        if (_buffered == BufferBytes)
            FlushBuffer();
        _buffer[_buffered++] = value;
    }

    /// <inheritdoc/>
    public override void WriteVInt32(int value)
    {
        if (BufferBytes - _buffered < MaxVInt32Bytes)
        {
            base.WriteVInt32(value);
            return;
        }
        // The same as the base does, without a call for each byte.
        Span<byte> free = _buffer.AsSpan(_buffered);
        var rest = (uint)value;
        var count = 0;
        for (; rest >= 0x80; rest >>= 7)
            free[count++] = (byte)(rest | 0x80);
        free[count++] = (byte)rest;
        _buffered += count;
    }

    /// <inheritdoc/>
    public override void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > BufferBytes - _buffered)
        {
            FlushBuffer();
            if (bytes.Length >= BufferBytes)
            {
                Send(bytes);
                return;
            }
        }
        bytes.CopyTo(_buffer.AsSpan(_buffered));
        _buffered += bytes.Length;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        try
        {
            FlushBuffer();
        }
        finally
        {
            _sink.Dispose();
        }
    }

    private void FlushBuffer()
    {
        if (_buffered == 0)
            return;
        int count = _buffered;
        _buffered = 0;
        Send(_buffer.AsSpan(0, count));
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        _sink.Write(bytes);
        _crc.Update(bytes);
        _flushedBytes += bytes.Length;
    }
}
