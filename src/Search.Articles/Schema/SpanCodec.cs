using System.Buffers.Binary;
using System.Text;

namespace Search.Articles.Schema;

/// <summary>An article's spans as bytes.</summary>
/// <remarks>
/// Spans adjoin, so only lengths are kept. Number of spans; for each: length, kind, paragraph + 1, length of the reason in bytes
/// + 1 (0 for none), reason in UTF-8. All numbers are 32-bit little-endian.
/// </remarks>
internal static class SpanCodec
{
    public static byte[] Encode(IReadOnlyList<SourceSpan> spans)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(spans.Count);
        foreach (SourceSpan span in spans)
        {
            writer.Write(span.Length);
            writer.Write((int)span.Kind);
            writer.Write(span.Paragraph + 1);
            byte[]? reason = span.Reason is null ? null : Encoding.UTF8.GetBytes(span.Reason);
            writer.Write(reason is null ? 0 : reason.Length + 1);
            if (reason is not null)
                writer.Write(reason);
        }
        writer.Flush();
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes were not written by <see cref="Encode"/>.</exception>
    public static IReadOnlyList<SourceSpan> Decode(ReadOnlySpan<byte> bytes)
    {
        int count = ReadInt32(ref bytes);
        if (count < 0 || count > bytes.Length)
            throw new InvalidDataException($"{count} spans in {bytes.Length} bytes");
        var spans = new List<SourceSpan>(count);
        var start = 0;
        for (var i = 0; i < count; i++)
        {
            int length = ReadInt32(ref bytes);
            var kind = (SpanKind)ReadInt32(ref bytes);
            int paragraph = ReadInt32(ref bytes) - 1;
            int reasonLength = ReadInt32(ref bytes) - 1;
            if (length <= 0 || reasonLength > bytes.Length)
                throw new InvalidDataException($"span {i} of {count} has length {length} and a reason of {reasonLength} bytes");
            string? reason = null;
            if (reasonLength >= 0)
            {
                reason = Encoding.UTF8.GetString(bytes[..reasonLength]);
                bytes = bytes[reasonLength..];
            }
            spans.Add(new SourceSpan(start, length, kind, reason, paragraph));
            start += length;
        }
        return spans;
    }

    private static int ReadInt32(ref ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < sizeof(int))
            throw new InvalidDataException("the spans end too early");
        int value = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        bytes = bytes[sizeof(int)..];
        return value;
    }
}
