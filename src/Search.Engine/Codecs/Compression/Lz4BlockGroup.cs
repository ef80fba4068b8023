using System.Buffers;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Compression;

/// <summary>Block groups of LZ4 blocks: the mode BEST_SPEED.</summary>
/// <remarks>README.md, "Block groups"; container notes, section 11.2. Stateless; scratch memory is pooled.</remarks>
internal sealed class Lz4BlockGroup : IBlockGroupReader
{
    private const int BlocksPerGroup = 10;

    // A byte of length adds at most 255 bytes to a match.
    public int MaxExpansion => 256;

    public void Read(IndexInput input, int length, int from, Span<byte> destination)
    {
        BlockGroupHeader header = BlockGroupHeader.Read(input, length);
        int compressedDictionary = ReadLength(input);
        IndexInput lengths = input.Clone();
        for (var block = 0; block < header.BlockCount; block++)
            ReadLength(input); // now the input stands at the dictionary

        int largestBlock = Math.Min(header.BlockLength, length - header.DictionaryLength);
        byte[] scratch = ArrayPool<byte>.Shared.Rent(header.DictionaryLength + largestBlock);
        try
        {
            Span<byte> dictionary = scratch.AsSpan(0, header.DictionaryLength);
            Decompress(input, compressedDictionary, dictionary, 0);
            BlockGroupHeader.CopyOverlap(dictionary, 0, from, destination);

            for (var block = 0; block < header.BlockCount; block++)
            {
                int compressed = ReadLength(lengths);
                if (!header.Overlaps(block, from, destination.Length))
                {
                    input.Skip(compressed);
                    continue;
                }
                Span<byte> content = scratch.AsSpan(0, header.DictionaryLength + header.LengthOf(block));
                Decompress(input, compressed, content, header.DictionaryLength);
                BlockGroupHeader.CopyOverlap(content[header.DictionaryLength..], header.StartOf(block), from, destination);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch);
        }
    }

    /// <summary>Appends the group of <paramref name="content"/>.</summary>
    /// <param name="dictionaryDivisor">The first <c>1/dictionaryDivisor</c> of the content is its dictionary.</param>
    /// <param name="streams">Scratch; its content is lost.</param>
    public static void Write(ReadOnlySpan<byte> content, int dictionaryDivisor, DataOutput output, ByteBufferOutput streams)
    {
        int dictionaryLength = content.Length / dictionaryDivisor;
        int blockLength = (content.Length - dictionaryLength + BlocksPerGroup - 1) / BlocksPerGroup;
        var header = new BlockGroupHeader(content.Length, dictionaryLength, blockLength);
        output.WriteVInt32(dictionaryLength);
        output.WriteVInt32(blockLength);

        streams.Clear();
        Lz4.Compress(content[..dictionaryLength], 0, streams);
        output.WriteVInt32(streams.Length);

        byte[] scratch = ArrayPool<byte>.Shared.Rent(dictionaryLength + blockLength);
        try
        {
            content[..dictionaryLength].CopyTo(scratch);
            for (var block = 0; block < header.BlockCount; block++)
            {
                int before = streams.Length;
                ReadOnlySpan<byte> bytes = content.Slice(header.StartOf(block), header.LengthOf(block));
                bytes.CopyTo(scratch.AsSpan(dictionaryLength));
                Lz4.Compress(scratch.AsSpan(0, dictionaryLength + bytes.Length), dictionaryLength, streams);
                output.WriteVInt32(streams.Length - before);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch);
        }
        output.WriteBytes(streams.Written);
    }

    // The lengths say where the next stream starts, whatever is in this one.
    private static void Decompress(IndexInput input, int compressed, Span<byte> content, int dictionaryLength)
    {
        IndexInput stream = input.Slice(input.Name, input.Position, compressed);
        input.Skip(compressed);
        if (content.Length > 0)
            Lz4.Decompress(stream, content, dictionaryLength);
    }

    private static int ReadLength(IndexInput input)
    {
        int length = input.ReadVInt32();
        return length >= 0 ? length : throw new CorruptIndexException($"a compressed block of {length} bytes", input);
    }
}
