using System.Buffers.Binary;

namespace Search.Articles.Schema;

/// <summary>Start offsets of a paragraph's sentences as the bytes of a column: 32-bit little-endian numbers.</summary>
internal static class SentenceColumn
{
    public static byte[] Encode(IReadOnlyList<int> starts)
    {
        var bytes = new byte[starts.Count * sizeof(int)];
        for (var i = 0; i < starts.Count; i++)
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i * sizeof(int)), starts[i]);
        return bytes;
    }

    public static int[] Decode(ReadOnlySpan<byte> bytes)
    {
        var starts = new int[bytes.Length / sizeof(int)];
        for (var i = 0; i < starts.Length; i++)
            starts[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(i * sizeof(int))..]);
        return starts;
    }
}
