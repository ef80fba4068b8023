using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Compression;

/// <summary>Block groups of raw DEFLATE streams: the mode BEST_COMPRESSION, read only.</summary>
/// <remarks>
/// <para>README.md, "Block groups"; container notes, section 11.3. Stateless; scratch memory is pooled.</para>
/// <para>The base class library's decoder takes no preset dictionary. But a stored block (RFC 1951, section 3.2.4) ends on
/// a byte and fills the window, so the dictionary is put before the stream as stored blocks, and what they yield is
/// skipped: the decoder is then primed exactly as the format demands. Hostile streams cost no more than sound ones: only as
/// many bytes are asked for as the group states, and a group can state <see cref="MaxExpansion"/> times its bytes at most.</para>
/// </remarks>
internal sealed class DeflateBlockGroup : IBlockGroupReader
{
    private const int WindowBytes = 1 << 15;
    private const int StoredBlockHeaderBytes = 5;

    // DEFLATE makes at most 258 bytes of two bits.
    public int MaxExpansion => 1032;

    public void Read(IndexInput input, int length, int from, Span<byte> destination)
    {
        BlockGroupHeader header = BlockGroupHeader.Read(input, length);
        int largestBlock = Math.Min(header.BlockLength, length - header.DictionaryLength);
        byte[] dictionaryBytes = ArrayPool<byte>.Shared.Rent(header.DictionaryLength);
        byte[] blockBytes = ArrayPool<byte>.Shared.Rent(largestBlock);
        try
        {
            Span<byte> dictionary = dictionaryBytes.AsSpan(0, header.DictionaryLength);
            Inflate(input, ReadStream(input), [], dictionary);
            BlockGroupHeader.CopyOverlap(dictionary, 0, from, destination);

            for (var block = 0; block < header.BlockCount; block++)
            {
                ReadOnlySpan<byte> stream = ReadStream(input);
                if (!header.Overlaps(block, from, destination.Length))
                    continue;
                Span<byte> content = blockBytes.AsSpan(0, header.LengthOf(block));
                Inflate(input, stream, dictionary, content);
                BlockGroupHeader.CopyOverlap(content, header.StartOf(block), from, destination);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(dictionaryBytes);
            ArrayPool<byte>.Shared.Return(blockBytes);
        }
    }

    private static ReadOnlySpan<byte> ReadStream(IndexInput input) => input.ReadSpan(input.ReadVInt32());

    private static void Inflate(IndexInput input, ReadOnlySpan<byte> stream, ReadOnlySpan<byte> dictionary, Span<byte> content)
    {
        if (content.IsEmpty)
            return; // written as no bytes at all
        ReadOnlySpan<byte> window = dictionary[Math.Max(0, dictionary.Length - WindowBytes)..];
        int prefix = window.IsEmpty ? 0 : StoredBlockHeaderBytes + window.Length;
        byte[] primed = ArrayPool<byte>.Shared.Rent(prefix + stream.Length + Math.Max(window.Length, 1));
        try
        {
            if (prefix > 0)
                WriteStoredBlock(window, primed);
            stream.CopyTo(primed.AsSpan(prefix));
            using var memory = new MemoryStream(primed, 0, prefix + stream.Length, writable: false);
            using var inflater = new DeflateStream(memory, CompressionMode.Decompress);
            inflater.ReadExactly(primed, prefix + stream.Length, window.Length);
            inflater.ReadExactly(content);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            throw new CorruptIndexException("a damaged DEFLATE stream", input.Name, input.Position - stream.Length, fault);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(primed);
        }
    }

    // Not final, type 00, padding to the byte; length and its complement, little-endian; the bytes.
    private static void WriteStoredBlock(ReadOnlySpan<byte> bytes, Span<byte> output)
    {
        output[0] = 0;
        BinaryPrimitives.WriteUInt16LittleEndian(output[1..], (ushort)bytes.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(output[3..], (ushort)~bytes.Length);
        bytes.CopyTo(output[StoredBlockHeaderBytes..]);
    }
}
