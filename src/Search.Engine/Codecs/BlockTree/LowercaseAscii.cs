using Search.Engine.Codecs.Lucene84;
using Search.Engine.Store;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>Packs lower-case text, digits and common punctuation into six bits a byte; other bytes are exceptions.</summary>
/// <remarks>Postings notes, section 6.4. The codes of the last quarter are spread over the free top bits of the others.</remarks>
internal static class LowercaseAscii
{
    private const int MinBytes = 8;
    private const int BytesPerException = 32;
    private const int MaxDistance = 255;

    /// <summary>Appends the packed form, or nothing and false when it would not pay.</summary>
    public static bool TryCompress(ReadOnlySpan<byte> bytes, ByteBufferOutput output)
    {
        if (bytes.Length < MinBytes)
            return false;
        int maxExceptions = bytes.Length / BytesPerException;
        if (CountExceptions(bytes, maxExceptions) is not int exceptions)
            return false;

        int spread = bytes.Length / 4;
        int kept = bytes.Length - spread;
        for (var i = 0; i < kept; i++)
        {
            int packed = CodeOf(bytes[i]);
            if (i < spread)
                packed |= (CodeOf(bytes[kept + i]) & 0x30) << 2;
            else if (i < 2 * spread)
                packed |= (CodeOf(bytes[kept + i - spread]) & 0x0C) << 4;
            else if (i < 3 * spread)
                packed |= (CodeOf(bytes[kept + i - 2 * spread]) & 0x03) << 6;
            output.WriteByte((byte)packed);
        }
        output.WriteVInt32(exceptions);
        WriteExceptions(bytes, output);
        return true;
    }

    /// <summary>Reads as many bytes as <paramref name="destination"/> has.</summary>
    public static void Decompress(ref SpanReader input, Span<byte> destination)
    {
        int spread = destination.Length / 4;
        int kept = destination.Length - spread;
        ReadOnlySpan<byte> packed = input.ReadSpan(kept);
        packed.CopyTo(destination);
        LowercaseAsciiBits.Gather(packed, destination[kept..]);
        LowercaseAsciiBits.Widen(destination);

        var index = 0;
        for (int count = input.ReadVInt32(); count > 0; count--)
        {
            index += input.ReadByte();
            if (index >= destination.Length)
                input.ThrowCorrupt($"exception at {index} of {destination.Length} bytes");
            destination[index] = input.ReadByte();
        }
    }

    private static bool IsCodable(byte value) => value is (>= 0x1F and <= 0x3E) or (>= 0x5F and <= 0x7E);

    private static int CodeOf(byte value) => ((value + 1) & 0x1F) | (((value + 1) & 0x40) >> 1);

    // Null when there are too many.
    private static int? CountExceptions(ReadOnlySpan<byte> bytes, int max)
    {
        var count = 0;
        var previous = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (IsCodable(bytes[i]))
                continue;
            count += 1 + Math.Max(0, i - previous - 1) / MaxDistance;
            previous = i;
            if (count > max)
                return null;
        }
        return count;
    }

    // A distance that a byte cannot hold is bridged by exceptions that state the byte that stands there anyway.
    private static void WriteExceptions(ReadOnlySpan<byte> bytes, ByteBufferOutput output)
    {
        var previous = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (IsCodable(bytes[i]))
                continue;
            for (; i - previous > MaxDistance; previous += MaxDistance)
            {
                output.WriteByte(MaxDistance);
                output.WriteByte(bytes[previous + MaxDistance]);
            }
            output.WriteByte((byte)(i - previous));
            output.WriteByte(bytes[i]);
            previous = i;
        }
    }
}
