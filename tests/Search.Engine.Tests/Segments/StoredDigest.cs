using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Search.Engine.Index;

namespace Search.Engine.Tests.Segments;

/// <summary>The oracle's digest of all stored values of an index (README of tests/oracle, "Digests of dump").</summary>
internal sealed class StoredDigest : StoredFieldVisitor
{
    private readonly MemoryStream _document = new();
    private int _values;

    public static string Of(IndexReader reader)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var digest = new StoredDigest();
        for (var docId = 0; docId < reader.MaxDoc; docId++)
        {
            digest._document.SetLength(0);
            digest._values = 0;
            reader.VisitStored(docId, digest);
            byte[] values = digest._document.ToArray();
            digest._document.SetLength(0);
            digest.Int32(docId);
            digest.Int32(digest._values);
            sha.AppendData(digest._document.ToArray());
            sha.AppendData(values);
        }
        return Convert.ToHexStringLower(sha.GetHashAndReset().AsSpan(0, 8));
    }

    public override Decision Needs(FieldInfo field) => Decision.Read;

    public override void Visit(FieldInfo field, string value) => Value(field, 0, () => Bytes(Encoding.UTF8.GetBytes(value)));

    public override void Visit(FieldInfo field, ReadOnlySpan<byte> value)
    {
        byte[] bytes = value.ToArray();
        Value(field, 1, () => Bytes(bytes));
    }

    public override void Visit(FieldInfo field, int value) => Value(field, 2, () => Int32(value));

    public override void Visit(FieldInfo field, long value) => Value(field, 3, () => Int64(value));

    public override void Visit(FieldInfo field, float value) => Value(field, 4, () => Int32(BitConverter.SingleToInt32Bits(value)));

    public override void Visit(FieldInfo field, double value) => Value(field, 5, () => Int64(BitConverter.DoubleToInt64Bits(value)));

    private void Value(FieldInfo field, int type, Action write)
    {
        _values++;
        Bytes(Encoding.UTF8.GetBytes(field.Name));
        Int32(type);
        write();
    }

    private void Bytes(byte[] bytes)
    {
        Int32(bytes.Length);
        _document.Write(bytes);
    }

    private void Int32(int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        _document.Write(bytes);
    }

    private void Int64(long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        _document.Write(bytes);
    }
}
