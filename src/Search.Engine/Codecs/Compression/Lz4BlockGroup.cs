using System.Buffers;
using System.Numerics;
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

        if (dictionaryLength + blockLength < ushort.MaxValue)
            WriteBlocks<ushort>(content, header, output, streams);
        else
            WriteBlocks<int>(content, header, output, streams);
        output.WriteBytes(streams.Written);
    }

    // The words of the dictionary are looked up once for all blocks. Each place in the tables is a T.
    private static void WriteBlocks<T>(ReadOnlySpan<byte> content, BlockGroupHeader header, DataOutput output, ByteBufferOutput streams)
        where T : unmanaged, IBinaryInteger<T>
    {
        int largest = header.DictionaryLength + header.BlockLength;
        int places = Lz4Compressor.TableLength(largest);
        byte[] scratch = ArrayPool<byte>.Shared.Rent(largest);
        T[] tables = ArrayPool<T>.Shared.Rent(2 * places);
        try
        {
            Span<T> learned = tables.AsSpan(0, places);
            Span<T> table = tables.AsSpan(places, places);
            ReadOnlySpan<byte> dictionary = content[..header.DictionaryLength];
            Lz4Compressor.Learn(dictionary, learned);
            dictionary.CopyTo(scratch);
            for (var block = 0; block < header.BlockCount; block++)
            {
                int before = streams.Length;
                ReadOnlySpan<byte> bytes = content.Slice(header.StartOf(block), header.LengthOf(block));
                bytes.CopyTo(scratch.AsSpan(dictionary.Length));
                learned.CopyTo(table);
                Lz4Compressor.Compress(scratch.AsSpan(0, dictionary.Length + bytes.Length), dictionary.Length, table, streams);
                output.WriteVInt32(streams.Length - before);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch);
            ArrayPool<T>.Shared.Return(tables);
        }
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
