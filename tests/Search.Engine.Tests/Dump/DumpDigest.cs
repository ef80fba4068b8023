using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Search.Engine.Tests.Dump;

/// <summary>A SHA-256 over big-endian numbers and length-prefixed bytes, of which the first 8 bytes are printed.</summary>
internal sealed class DumpDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[1 << 14];
    private int _filled;

    public void Add(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Room(4), value);
        _filled += 4;
    }

    public void Add(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(Room(8), value);
        _filled += 8;
    }

    /// <summary>Bytes behind their length.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        Add(bytes.Length);
        AddRaw(bytes);
    }

    /// <summary>UTF-8 behind its length.</summary>
    public void Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    /// <summary>Bytes alone.</summary>
    public void AddRaw(ReadOnlySpan<byte> bytes)
    {
        Flush();
        _hash.AppendData(bytes);
    }

    /// <summary>Ends the digest: 16 hexadecimal digits.</summary>
    public string Finish()
    {
        Flush();
        return Convert.ToHexStringLower(_hash.GetHashAndReset().AsSpan(0, 8));
    }

    public void Dispose() => _hash.Dispose();

    private Span<byte> Room(int count)
    {
        if (_buffer.Length - _filled < count)
            Flush();
        return _buffer.AsSpan(_filled);
    }

    private void Flush()
    {
        _hash.AppendData(_buffer.AsSpan(0, _filled));
        _filled = 0;
    }
}
