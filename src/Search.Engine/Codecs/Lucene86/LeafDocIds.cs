using System.Runtime.Intrinsics;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>Takes the document ids of a leaf apart that have 24 bits each.</summary>
/// <remarks>README.md, "Points", leaf; column notes, section 4.4: three bytes an id, highest first.</remarks>
internal static class LeafDocIds
{
    /// <summary>Bytes of an id.</summary>
    public const int Bytes = 3;

    private const int IdsOfVector = 4;

    // Of twelve bytes, each id's three in the order of the machine, and a zero.
    private static readonly Vector128<byte> Order = Vector128.Create((byte)2, 1, 0, 255, 5, 4, 3, 255, 8, 7, 6, 255, 11, 10, 9, 255);

    /// <summary>Decodes as many ids as there is room for.</summary>
    /// <returns>The largest.</returns>
    public static int Decode(ReadOnlySpan<byte> packed, Span<int> docIds) =>
        Vector128.IsHardwareAccelerated ? DecodeVector128(packed, docIds) : DecodeScalar(packed, docIds);

    /// <summary>The definition.</summary>
    internal static int DecodeScalar(ReadOnlySpan<byte> packed, Span<int> docIds)
    {
        packed = packed[..(docIds.Length * Bytes)];
        var most = 0;
        for (var i = 0; i < docIds.Length; i++)
        {
            int at = i * Bytes;
            docIds[i] = packed[at] << 16 | packed[at + 1] << 8 | packed[at + 2];
            most = Math.Max(most, docIds[i]);
        }
        return most;
    }

    /// <summary>The same, four ids at once.</summary>
    internal static int DecodeVector128(ReadOnlySpan<byte> packed, Span<int> docIds)
    {
        Vector128<int> most = Vector128<int>.Zero;
        var i = 0;
        // Sixteen bytes are read for twelve.
        for (; i <= docIds.Length - IdsOfVector && packed.Length - i * Bytes >= Vector128<byte>.Count; i += IdsOfVector)
        {
            Vector128<int> ids = Vector128.Shuffle(Vector128.Create(packed[(i * Bytes)..]), Order).AsInt32();
            most = Vector128.Max(most, ids);
            ids.CopyTo(docIds[i..]);
        }
        int rest = DecodeScalar(packed[(i * Bytes)..], docIds[i..]);
        for (var lane = 0; lane < IdsOfVector; lane++)
            rest = Math.Max(rest, most[lane]);
        return rest;
    }
}
