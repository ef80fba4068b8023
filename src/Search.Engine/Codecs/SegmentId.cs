using System.Security.Cryptography;

namespace Search.Engine.Codecs;

/// <summary>16 bytes that are unique to a segment, a commit, or a state of a segment.</summary>
internal readonly struct SegmentId : IEquatable<SegmentId>
{
    public const int ByteCount = 16;

    private readonly UInt128 _value;

    public SegmentId(ReadOnlySpan<byte> bytes) =>
        _value = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);

    public static SegmentId CreateRandom()
    {
        Span<byte> bytes = stackalloc byte[ByteCount];
        RandomNumberGenerator.Fill(bytes);
        return new SegmentId(bytes);
    }

    public void CopyTo(Span<byte> destination) =>
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(destination, _value);

    public bool Equals(SegmentId other) => _value == other._value;

    public override bool Equals(object? obj) => obj is SegmentId other && Equals(other);

    public override int GetHashCode() => _value.GetHashCode();

    public override string ToString() => _value.ToString("x32");

    public static bool operator ==(SegmentId left, SegmentId right) => left.Equals(right);

    public static bool operator !=(SegmentId left, SegmentId right) => !left.Equals(right);
}
