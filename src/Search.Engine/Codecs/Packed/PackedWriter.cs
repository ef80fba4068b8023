using System.Buffers;
using System.Diagnostics;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Packed;

/// <summary>Writes numbers of a fixed width as one bit string, the highest bit of each first.</summary>
/// <remarks>README.md, "Direct run" and "Plain run"; container notes, sections 2.2 and 2.3. Stateless.</remarks>
internal static class PackedWriter
{
    /// <summary>Zero bytes behind a direct run, so that a reader may load whole words.</summary>
    public const int PaddingBytes = 3;

    /// <summary>A direct run, its padding included.</summary>
    /// <param name="bitsPerValue">A width of direct runs (<see cref="PackedWidth.OfDirect"/>) that holds all values.</param>
    public static void Write(DataOutput output, ReadOnlySpan<long> values, int bitsPerValue)
    {
        Debug.Assert(PackedWidth.IsDirect(bitsPerValue));
        WritePlain(output, values, bitsPerValue);
        output.WriteBytes([0, 0, 0]);
    }

    /// <summary>A plain run: any width from 1 to 64, no padding but the last byte's.</summary>
    public static void WritePlain(DataOutput output, ReadOnlySpan<long> values, int bitsPerValue)
    {
        Debug.Assert(bitsPerValue is >= 1 and <= 64);
        byte[] chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            var filled = 0;
            ulong pending = 0; // the lowest pendingBits of it wait to be written
            var pendingBits = 0;
            foreach (long value in values)
            {
                int rest = bitsPerValue;
                while (rest > 0)
                {
                    // At most 8 bits at a time, so that pending never holds more than 15.
                    int take = Math.Min(rest, 8 - (pendingBits & 7));
                    rest -= take;
                    pending = (pending << take) | (((ulong)value >> rest) & ((1UL << take) - 1));
                    pendingBits += take;
                    if (pendingBits == 8)
                    {
                        chunk[filled++] = (byte)pending;
                        pending = 0;
                        pendingBits = 0;
                        if (filled == ChunkBytes)
                        {
                            output.WriteBytes(chunk.AsSpan(0, filled));
                            filled = 0;
                        }
                    }
                }
            }
            output.WriteBytes(chunk.AsSpan(0, filled));
            if (pendingBits > 0)
                output.WriteByte((byte)(pending << (8 - pendingBits)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private const int ChunkBytes = 4096;
}
