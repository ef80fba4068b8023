using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.Intrinsics;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Compression;

/// <summary>LZ4 blocks with a preset dictionary: decompression. <see cref="Lz4Compressor"/> is the way back.</summary>
/// <remarks>
/// A block is a row of sequences (token, literals, match) whose last has literals only; the size of the output is known
/// beforehand. README.md, "LZ4 block"; container notes, section 11.1. Stateless.
/// </remarks>
internal static class Lz4
{
    /// <summary>Shortest match that the format can express.</summary>
    internal const int MinMatch = 4;

    /// <summary>Longest way back to the source of a match.</summary>
    internal const int MaxDistance = 0xFFFF;

    /// <summary>Fills the rest of <paramref name="destination"/> and returns how many bytes of the source the block takes.</summary>
    /// <param name="source">Starts with the block; may go on behind it.</param>
    /// <param name="destination">Holds the dictionary in its first <paramref name="dictionaryLength"/> bytes.</param>
    /// <exception cref="CorruptIndexException">No block of this output size; the offset counts from the block's start.</exception>
    public static int Decompress(ReadOnlySpan<byte> source, Span<byte> destination, int dictionaryLength)
    {
        int from = 0;
        int to = dictionaryLength;
        while (true)
        {
            if (from >= source.Length)
                ThrowTruncated(from);
            int token = source[from++];

            int literals = token >> 4;
            if (literals == 15)
                literals = ReadLength(source, ref from, literals);
            if (literals > source.Length - from || literals > destination.Length - to)
                ThrowTruncated(from);
            // Most runs are short: sixteen bytes at once cost less than their exact number. What is too much is overwritten.
            if (literals <= Vector128<byte>.Count && source.Length - from >= Vector128<byte>.Count && destination.Length - to >= Vector128<byte>.Count)
                Vector128.Create(source[from..]).CopyTo(destination[to..]);
            else
                source.Slice(from, literals).CopyTo(destination[to..]);
            from += literals;
            to += literals;
            if (to == destination.Length)
                return from;

            to = CopyMatch(source, ref from, token & 15, destination, to);
            // A block ends with literals, if only none of them; one that breaks off here has said all the same.
            if (to == destination.Length && from == source.Length)
                return from;
        }
    }

    /// <summary>As the other, from the input's position, which moves behind the block.</summary>
    /// <exception cref="CorruptIndexException">No block of this output size; names the file.</exception>
    public static void Decompress(IndexInput source, Span<byte> destination, int dictionaryLength)
    {
        ReadOnlySpan<byte> rest = source.SpanAt(source.Position, (int)Math.Min(source.Remaining, int.MaxValue));
        try
        {
            source.Skip(Decompress(rest, destination, dictionaryLength));
        }
        catch (CorruptIndexException fault)
        {
            throw new CorruptIndexException("a damaged LZ4 block", source.Name, source.Position + Math.Max(0, fault.Offset), fault);
        }
    }

    /// <summary>Appends the block of <c>buffer[dictionaryLength..]</c>, which may refer back to the bytes before.</summary>
    public static void Compress(ReadOnlySpan<byte> buffer, int dictionaryLength, ByteBufferOutput output) =>
        Lz4Compressor.Compress(buffer, dictionaryLength, output);

    private static int CopyMatch(ReadOnlySpan<byte> source, ref int from, int nibble, Span<byte> destination, int to)
    {
        if (source.Length - from < 2)
            ThrowTruncated(from);
        int distance = BinaryPrimitives.ReadUInt16LittleEndian(source[from..]);
        if (distance == 0 || distance > to)
            ThrowDistance(distance, from);
        from += 2;
        int length = MinMatch + (nibble == 15 ? ReadLength(source, ref from, nibble) : nibble);
        if (length < 0 || length > destination.Length - to)
            ThrowTruncated(from);

        if (distance >= Vector128<byte>.Count && length <= destination.Length - to - Vector128<byte>.Count)
        {
            // The source is ahead by a whole vector, so each one is complete before it is read.
            for (var i = 0; i < length; i += Vector128<byte>.Count)
                Vector128.Create((ReadOnlySpan<byte>)destination[(to - distance + i)..]).CopyTo(destination[(to + i)..]);
        }
        else
        {
            CopyOverlapping(destination, to - distance, to, length);
        }
        return to + length;
    }

    // Source and target may overlap: what is repeated doubles with every copy.
    private static void CopyOverlapping(Span<byte> destination, int start, int to, int length)
    {
        int end = to + length;
        while (to < end)
        {
            int step = Math.Min(end - to, to - start);
            destination.Slice(start, step).CopyTo(destination[to..]);
            to += step;
        }
    }

    // Each further byte adds; a byte of 255 announces another one.
    private static int ReadLength(ReadOnlySpan<byte> source, ref int from, int length)
    {
        byte more;
        do
        {
            if (from >= source.Length || length > int.MaxValue - 512)
                ThrowTruncated(from);
            more = source[from++];
            length += more;
        }
        while (more == 255);
        return length;
    }

    [DoesNotReturn]
    private static void ThrowTruncated(int offset) =>
        throw new CorruptIndexException("the lengths of an LZ4 block disagree with its size", "LZ4 block", offset);

    [DoesNotReturn]
    private static void ThrowDistance(int distance, int offset) =>
        throw new CorruptIndexException($"an LZ4 match starts {distance} bytes back, outside of the data", "LZ4 block", offset);
}
