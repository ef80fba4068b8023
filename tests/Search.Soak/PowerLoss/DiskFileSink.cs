namespace Search.Soak.PowerLoss;

/// <summary>Hands every write on at once.</summary>
internal sealed class DiskFileSink(DiskFileSink.Receiver receive) : Stream
{
    /// <summary>Takes the bytes of one write.</summary>
    public delegate void Receiver(ReadOnlySpan<byte> bytes);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer) => receive(buffer);

    public override void Write(byte[] buffer, int offset, int count) => receive(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
