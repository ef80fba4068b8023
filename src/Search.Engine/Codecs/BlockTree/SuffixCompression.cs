using System.Buffers;
using Search.Engine.Codecs.Compression;
using Search.Engine.Codecs.Lucene84;
using Search.Engine.Store;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>How the suffix bytes of a block are stored.</summary>
/// <remarks>Postings notes, section 6.4.</remarks>
internal static class SuffixCompression
{
    public const int None = 0;
    public const int LowercaseAscii = 1;
    public const int Lz4 = 2;

    // Three out of a byte in lower-case ASCII, 255 in LZ4: more than this a damaged length would ask for.
    private const int MaxExpansion = 256;

    /// <summary>Writes the suffixes to <paramref name="output"/>, compressed where that pays, and returns how.</summary>
    public static int Write(ReadOnlySpan<byte> suffixes, int entryCount, int prefixLength, ByteBufferOutput output)
    {
        output.Clear();
        if (suffixes.Length > 2 * entryCount && prefixLength > 2)
        {
            if (suffixes.Length > 6 * entryCount)
            {
                Lz4Compressor.Compress(suffixes, dictionaryLength: 0, output);
                if (output.Length < suffixes.Length - suffixes.Length / 4)
                    return Lz4;
                output.Clear();
            }
            if (BlockTree.LowercaseAscii.TryCompress(suffixes, output))
                return LowercaseAscii;
        }
        output.WriteBytes(suffixes);
        return None;
    }

    /// <summary>Reads compressed suffixes into a buffer from the shared pool.</summary>
    /// <param name="buffer">The buffer of an earlier call or null; returned to the pool when it is too small.</param>
    public static void Read(ref SpanReader input, int compression, int byteCount, ref byte[]? buffer)
    {
        if (byteCount > (long)input.Remaining * MaxExpansion)
            input.ThrowCorrupt($"{byteCount} bytes of suffixes");
        if (buffer is null || buffer.Length < byteCount)
        {
            if (buffer is not null)
                ArrayPool<byte>.Shared.Return(buffer);
            buffer = null;
            buffer = ArrayPool<byte>.Shared.Rent(byteCount);
        }

        Span<byte> destination = buffer.AsSpan(0, byteCount);
        switch (compression)
        {
            case LowercaseAscii:
                BlockTree.LowercaseAscii.Decompress(ref input, destination);
                break;
            case Lz4:
                input.Position += Compression.Lz4.Decompress(input.Rest, destination, dictionaryLength: 0);
                break;
            default:
                input.ThrowCorrupt($"suffix compression {compression}");
                break;
        }
    }
}
