using System.IO.Compression;
using Search.Engine.Codecs.Compression;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.Compression;

/// <summary>Both kinds of block groups; that DEFLATE blocks use their dictionary is tested on indexes that Lucene wrote.</summary>
public sealed class BlockGroupTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(1000)]
    [InlineData(100_000)]
    public void Any_part_of_a_group_can_be_read(int length)
    {
        byte[] content = Content(length);
        AssertParts(content, new Lz4BlockGroup(), output => Lz4BlockGroup.Write(content, 20, output, new ByteBufferOutput()));
        AssertParts(content, new DeflateBlockGroup(), output => WriteDeflate(content, content.Length / 60, output));
    }

    [Fact]
    public void The_simplest_group_is_one_block_without_dictionary()
    {
        using IndexInput input = Files.Input(output => output.WriteBytes([0, 3, 1, 4, 0x00, 0x30, 7, 8, 9]));
        var content = new byte[3];
        new Lz4BlockGroup().Read(input, 3, 0, content);
        Assert.Equal([7, 8, 9], content);
        Assert.Equal(0, input.Remaining);
    }

    [Fact]
    public void Forged_groups_are_read_or_refused()
    {
        byte[] content = Content(2000);
        AssertForgeriesAreHarmless(content.Length, new Lz4BlockGroup(), output => Lz4BlockGroup.Write(content, 20, output, new ByteBufferOutput()));
        AssertForgeriesAreHarmless(content.Length, new DeflateBlockGroup(), output => WriteDeflate(content, 100, output));
    }

    private static void AssertParts(byte[] content, IBlockGroupReader groups, Action<DataOutput> write)
    {
        using IndexInput input = Files.Input(output =>
        {
            write(output);
            output.WriteByte(42); // what follows the group
        });
        var random = new Random(content.Length);
        for (var round = 0; round < 50; round++)
        {
            int from = round == 0 ? 0 : random.Next(content.Length + 1);
            int to = round == 0 ? content.Length : random.Next(from, content.Length + 1);
            var part = new byte[to - from];
            input.Seek(0);
            groups.Read(input, content.Length, from, part);
            Assert.Equal(content[from..to], part);
            Assert.Equal(42, input.ReadByte());
        }
    }

    private static void AssertForgeriesAreHarmless(int length, IBlockGroupReader groups, Action<DataOutput> write)
    {
        var sound = new ByteBufferOutput();
        write(sound);
        var random = new Random(11);
        for (var round = 0; round < 2000; round++)
        {
            byte[] forged = sound.Written.ToArray();
            int from = random.Next(length);
            forged[random.Next(2) == 0 ? random.Next(30) : random.Next(forged.Length)] = (byte)random.Next(256);
            using IndexInput input = Files.Input(output => output.WriteBytes(forged));
            try
            {
                groups.Read(input, length, from, new byte[random.Next(length - from + 1)]);
            }
            catch (CorruptIndexException)
            {
                // As it should be.
            }
        }
    }

    private static void WriteDeflate(byte[] content, int dictionaryLength, DataOutput output)
    {
        int blockLength = (content.Length - dictionaryLength + 9) / 10;
        output.WriteVInt32(dictionaryLength);
        output.WriteVInt32(blockLength);
        WriteStream(content.AsSpan(0, dictionaryLength), output);
        for (int start = dictionaryLength; start < content.Length; start += blockLength)
            WriteStream(content.AsSpan(start, Math.Min(blockLength, content.Length - start)), output);
    }

    private static void WriteStream(ReadOnlySpan<byte> content, DataOutput output)
    {
        using var compressed = new MemoryStream();
        if (!content.IsEmpty)
        {
            using var deflater = new DeflateStream(compressed, CompressionLevel.Optimal, leaveOpen: true);
            deflater.Write(content);
        }
        output.WriteVInt32((int)compressed.Length);
        output.WriteBytes(compressed.ToArray());
    }

    private static byte[] Content(int length)
    {
        var random = new Random(length);
        var content = new byte[length];
        for (var i = 0; i < length; i++)
            content[i] = i > 20 && random.Next(4) > 0 ? content[i - 17] : (byte)random.Next(256);
        return content;
    }
}
