namespace Search.Articles.Reading;

/// <summary>A stream that is read once, from its beginning to its end.</summary>
/// <remarks>Owns the inner stream; one thread.</remarks>
internal abstract class ForwardStream(Stream inner) : Stream
{
    private long _read;

    public sealed override bool CanRead => true;

    public sealed override bool CanSeek => false;

    public sealed override bool CanWrite => false;

    public sealed override long Length => throw new NotSupportedException();

    /// <summary>Bytes that were read.</summary>
    public sealed override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    protected Stream Inner => inner;

    public sealed override int Read(Span<byte> buffer)
    {
        int count = ReadNext(buffer);
        _read += count;
        return count;
    }

    public sealed override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public sealed override void Flush()
    {
    }

    public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public sealed override void SetLength(long value) => throw new NotSupportedException();

    public sealed override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Reads what comes next; 0 at the end. <see cref="Position"/> is still that before it.</summary>
    protected abstract int ReadNext(Span<byte> buffer);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
