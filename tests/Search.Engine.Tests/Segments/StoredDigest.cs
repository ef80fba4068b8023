using System.Security.Cryptography;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Tests.Segments;

/// <summary>The oracle's digest of all stored values of an index (README of tests/oracle, "Digests of dump").</summary>
internal sealed class StoredDigest : StoredFieldVisitor
{
    private readonly ByteBufferOutput _values = new();
    private int _count;

    public static string Of(IndexReader reader)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var digest = new StoredDigest();
        var head = new ByteBufferOutput();
        for (var docId = 0; docId < reader.MaxDoc; docId++)
        {
            digest._values.Clear();
            digest._count = 0;
            reader.VisitStored(docId, digest);
            head.Clear();
            head.WriteInt32(docId);
            head.WriteInt32(digest._count);
            sha.AppendData(head.Written);
            sha.AppendData(digest._values.Written);
        }
        return Convert.ToHexStringLower(sha.GetHashAndReset().AsSpan(0, 8));
    }

    public override Decision Needs(FieldInfo field) => Decision.Read;

    public override void Visit(FieldInfo field, string value)
    {
        Begin(field, 0);
        Bytes(System.Text.Encoding.UTF8.GetBytes(value));
    }

    public override void Visit(FieldInfo field, ReadOnlySpan<byte> value)
    {
        Begin(field, 1);
        Bytes(value);
    }

    public override void Visit(FieldInfo field, int value)
    {
        Begin(field, 2);
        _values.WriteInt32(value);
    }

    public override void Visit(FieldInfo field, long value)
    {
        Begin(field, 3);
        _values.WriteInt64(value);
    }

    public override void Visit(FieldInfo field, float value)
    {
        Begin(field, 4);
        _values.WriteInt32(BitConverter.SingleToInt32Bits(value));
    }

    public override void Visit(FieldInfo field, double value)
    {
        Begin(field, 5);
        _values.WriteInt64(BitConverter.DoubleToInt64Bits(value));
    }

    private void Begin(FieldInfo field, int type)
    {
        _count++;
        Bytes(System.Text.Encoding.UTF8.GetBytes(field.Name));
        _values.WriteInt32(type);
    }

    private void Bytes(ReadOnlySpan<byte> bytes)
    {
        _values.WriteInt32(bytes.Length);
        _values.WriteBytes(bytes);
    }
}
