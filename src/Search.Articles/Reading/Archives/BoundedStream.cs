namespace Search.Articles.Reading.Archives;

/// <summary>Unpacked content that must not be much larger than what it was packed in: a small file that unpacks without end is refused.</summary>
/// <remarks>Owns the inner stream; one thread.</remarks>
/// <param name="inner">The unpacked content.</param>
/// <param name="packedBytes">Bytes of the packed content that were read, or that there are.</param>
internal sealed class BoundedStream(Stream inner, Func<long> packedBytes) : Stream
{
    /// <summary>Text packs to a tenth; what packs to less than this part is none.</summary>
    public const int MaxRatio = 200;

    /// <summary>Less than this is harmless at any ratio.</summary>
    public const long HarmlessBytes = 32L << 20;

    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="InvalidDataException">It unpacks to too much.</exception>
    public override int Read(Span<byte> buffer)
    {
        int count = inner.Read(buffer);
        _read += count;
        if (_read > HarmlessBytes && _read / MaxRatio > Math.Max(1, packedBytes()))
            throw new InvalidDataException($"unpacks to more than {MaxRatio} times its size");
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
