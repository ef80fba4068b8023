using System.Buffers;

namespace Search.Engine.Fst;

/// <summary>A value put together from the outputs of a path; on the stack, and in pooled memory where it is long.</summary>
internal ref struct FstValue : IDisposable
{
    private Span<byte> _bytes;
    private byte[]? _rented;

    public FstValue(Span<byte> initial) => _bytes = initial;

    /// <summary>Number of bytes; cutting it forgets the last.</summary>
    public int Length { get; set; }

    public readonly ReadOnlySpan<byte> Bytes => _bytes[..Length];

    public void Append(byte value)
    {
        if (Length == _bytes.Length)
            Grow();
        _bytes[Length++] = value;
    }

    public void Append(ReadOnlySpan<byte> values)
    {
        foreach (byte value in values)
            Append(value);
    }

    public void Dispose()
    {
        if (_rented is not null)
            ArrayPool<byte>.Shared.Return(_rented);
        _rented = null;
    }

    private void Grow()
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(2 * _bytes.Length);
        _bytes.CopyTo(larger);
        Dispose();
        _bytes = _rented = larger;
    }
}
