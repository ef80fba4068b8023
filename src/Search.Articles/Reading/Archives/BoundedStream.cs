namespace Search.Articles.Reading.Archives;

/// <summary>Unpacked content that must not be much larger than what it was packed in: a small file that unpacks without end is refused.</summary>
/// <remarks>Owns the inner stream; one thread.</remarks>
/// <param name="inner">The unpacked content.</param>
/// <param name="packedBytes">Bytes of the packed content that were read, or that there are.</param>
internal sealed class BoundedStream(Stream inner, Func<long> packedBytes) : ForwardStream(inner)
{
    /// <summary>Text packs to a tenth; what packs to less than this part is none.</summary>
    public const int MaxRatio = 200;

    /// <summary>Less than this is harmless at any ratio.</summary>
    public const long HarmlessBytes = 32L << 20;

    /// <exception cref="InvalidDataException">It unpacks to too much.</exception>
    protected override int ReadNext(Span<byte> buffer)
    {
        int count = Inner.Read(buffer);
        long read = Position + count;
        if (read > HarmlessBytes && read / MaxRatio > Math.Max(1, packedBytes()))
            throw new InvalidDataException($"unpacks to more than {MaxRatio} times its size");
        return count;
    }
}
