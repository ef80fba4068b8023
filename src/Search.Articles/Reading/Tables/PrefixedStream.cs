namespace Search.Articles.Reading.Tables;

/// <summary>Bytes that were read already, and the rest of the stream behind them.</summary>
/// <remarks>Owns the stream; one thread.</remarks>
internal sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream rest) : ForwardStream(rest)
{
    private ReadOnlyMemory<byte> _prefix = prefix;

    protected override int ReadNext(Span<byte> buffer)
    {
        if (_prefix.IsEmpty) return Inner.Read(buffer);
        int count = Math.Min(buffer.Length, _prefix.Length);
        _prefix.Span[..count].CopyTo(buffer);
        _prefix = _prefix[count..];
        return count;
    }
}
