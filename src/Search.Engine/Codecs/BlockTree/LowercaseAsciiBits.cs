using System.Runtime.Intrinsics;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>The steps that unpack lower-case ASCII, for many bytes at once.</summary>
/// <remarks>Postings notes, section 6.4.</remarks>
internal static class LowercaseAsciiBits
{
    /// <summary>Makes the codes of the last quarter from the two high bits of three packed bytes each.</summary>
    public static void Gather(ReadOnlySpan<byte> packed, Span<byte> last)
    {
        int spread = last.Length;
        var i = 0;
        for (; Vector128.IsHardwareAccelerated && i <= spread - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            Vector128<byte> first = (Vector128.Create(packed[i..]).AsUInt16() >>> 2).AsByte() & Vector128.Create((byte)0x30);
            Vector128<byte> second = (Vector128.Create(packed[(spread + i)..]).AsUInt16() >>> 4).AsByte() & Vector128.Create((byte)0x0C);
            Vector128<byte> third = (Vector128.Create(packed[(2 * spread + i)..]).AsUInt16() >>> 6).AsByte() & Vector128.Create((byte)0x03);
            (first | second | third).CopyTo(last[i..]);
        }
        GatherScalar(packed, last, i);
    }

    /// <summary>The definition; <see cref="Gather"/> must answer the same.</summary>
    internal static void GatherScalar(ReadOnlySpan<byte> packed, Span<byte> last, int from)
    {
        int spread = last.Length;
        for (int i = from; i < spread; i++)
            last[i] = (byte)(((packed[i] & 0xC0) >> 2) | ((packed[spread + i] & 0xC0) >> 4) | ((packed[2 * spread + i] & 0xC0) >> 6));
    }

    /// <summary>Turns codes, whatever their two high bits, into the bytes that they stand for.</summary>
    public static void Widen(Span<byte> codes)
    {
        var i = 0;
        for (; Vector128.IsHardwareAccelerated && i <= codes.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            Vector128<byte> code = Vector128.Create<byte>(codes[i..]);
            Vector128<byte> letter = code & Vector128.Create((byte)0x20);
            (((code & Vector128.Create((byte)0x1F)) | Vector128.Create((byte)0x20) | (letter + letter)) - Vector128<byte>.One).CopyTo(codes[i..]);
        }
        WidenScalar(codes[i..]);
    }

    /// <summary>The definition; <see cref="Widen"/> must answer the same.</summary>
    internal static void WidenScalar(Span<byte> codes)
    {
        foreach (ref byte value in codes)
            value = (byte)(((value & 0x1F) | 0x20 | ((value & 0x20) << 1)) - 1);
    }
}
