using System.Text;
using Search.Engine.Codecs.Compression;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.Compression;

public sealed class Lz4Tests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 5)]
    [InlineData(1, 0)]
    [InlineData(9, 3)]
    [InlineData(10, 0)]
    [InlineData(300, 0)]
    [InlineData(5000, 400)]
    [InlineData(200_000, 0)]
    [InlineData(200_000, 70_000)]
    public void What_was_compressed_comes_back(int length, int dictionaryLength)
    {
        foreach (int alphabet in new[] { 1, 2, 20, 256 })
        {
            byte[] buffer = RandomBytes(seed: length + alphabet, dictionaryLength + length, alphabet);
            AssertRoundTrip(buffer, dictionaryLength);
        }
    }

    [Fact]
    public void Repeated_text_gets_smaller()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("the quick brown fox; ", 100)));
        var output = new ByteBufferOutput();
        Lz4.Compress(text, 0, output);
        Assert.InRange(output.Length, 1, 60);
    }

    [Fact]
    public void A_match_gives_way_to_a_longer_one_that_starts_a_byte_later()
    {
        byte[] text = "abcd-bcdefghijklmnop|abcdefghijklmnop/12345"u8.ToArray();
        var output = new ByteBufferOutput();
        Lz4.Compress(text, 0, output);
        // 22 literals, "abcd" of the end not among them, then one match of 15 bytes, then 6 literals.
        Assert.Equal(2 + 22 + 2 + 1 + 6, output.Length);
        AssertRoundTrip(text, dictionaryLength: 0);
    }

    [Fact]
    public void The_dictionary_serves_matches()
    {
        byte[] text = RandomBytes(seed: 4, length: 1000, alphabet: 256);
        byte[] buffer = [.. text, .. text];
        var output = new ByteBufferOutput();
        Lz4.Compress(buffer, 1000, output);
        Assert.InRange(output.Length, 1, 30);
    }

    [Fact]
    public void A_table_of_short_places_that_learned_before_makes_the_block_that_a_table_made_for_it_makes()
    {
        byte[] buffer = RandomBytes(seed: 5, length: 30_000, alphabet: 3);
        var expected = new ByteBufferOutput();
        Lz4.Compress(buffer, 9000, expected);

        var learned = new ushort[Lz4Compressor.TableLength(buffer.Length)];
        learned.AsSpan().Fill(7);
        Lz4Compressor.Learn(buffer.AsSpan(0, 9000), learned);
        ushort[] table = [.. learned];
        var actual = new ByteBufferOutput();
        Lz4Compressor.Compress(buffer, 9000, table.AsSpan(), actual);
        Assert.Equal(expected.Written, actual.Written);
    }

    [Fact]
    public void Streams_of_the_specification_decompress()
    {
        Assert.Equal([0x00, 0x05], Decompress([0x20, 0x00, 0x05], 2));
        Assert.Equal([], Decompress([0x00], 0));
        // One literal, then a match of 8 at distance 1, then no literals.
        Assert.Equal([7, 7, 7, 7, 7, 7, 7, 7, 7], Decompress([0x14, 7, 1, 0, 0x00], 9));
    }

    [Fact]
    public void Matches_of_every_distance_and_length_are_copied()
    {
        for (var distance = 1; distance <= 40; distance++)
        {
            for (var length = 4; length <= 60; length += 1 + length / 20)
            {
                // Literals, a match, five more literals; once at the very end of the output and once before more of it.
                byte[] literals = RandomBytes(seed: distance, distance, alphabet: 256);
                byte[] repeated = [.. Enumerable.Range(0, length).Select(i => literals[i % distance])];
                AssertRoundTrip([.. literals, .. repeated, 1, 2, 3, 4, 5], 0);
                AssertRoundTrip([.. literals, .. repeated, .. RandomBytes(seed: length, 50, alphabet: 256)], distance);
            }
        }
    }

    [Theory]
    [InlineData("", 3)]              // nothing
    [InlineData("30aabb", 3)]        // literals missing
    [InlineData("40aabbccdd", 3)]    // more literals than asked for
    [InlineData("10aa0000", 8)]      // distance 0
    [InlineData("10aa0200", 8)]      // distance before the start
    [InlineData("10aa01", 8)]        // half a distance
    [InlineData("1faa0100ff", 8)]    // length breaks off
    [InlineData("10aa010010aa", 5)]  // literals behind the end
    public void Damaged_blocks_are_refused(string hex, int length) =>
        Assert.Throws<CorruptIndexException>(() => Decompress(Convert.FromHexString(hex), length));

    [Fact]
    public void Flipped_bytes_never_do_worse_than_CorruptIndexException()
    {
        byte[] text = RandomBytes(seed: 9, length: 600, alphabet: 3);
        var output = new ByteBufferOutput();
        Lz4.Compress(text, 0, output);
        byte[] block = output.Written.ToArray();
        var random = new Random(10);
        for (var i = 0; i < 5000; i++)
        {
            byte[] damaged = (byte[])block.Clone();
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            try
            {
                Decompress(damaged, text.Length);
            }
            catch (CorruptIndexException fault)
            {
                Assert.InRange(fault.Offset, 0, damaged.Length);
            }
        }
    }

    private static void AssertRoundTrip(byte[] buffer, int dictionaryLength)
    {
        var output = new ByteBufferOutput();
        Lz4.Compress(buffer, dictionaryLength, output);
        int blockLength = output.Length;
        output.WriteBytes([1, 2, 3]); // what stands behind is not touched

        var restored = new byte[buffer.Length];
        buffer.AsSpan(0, dictionaryLength).CopyTo(restored);
        Assert.Equal(blockLength, Lz4.Decompress(output.Written, restored, dictionaryLength));
        Assert.Equal(buffer, restored);
    }

    private static byte[] Decompress(byte[] block, int length)
    {
        var bytes = new byte[length];
        Lz4.Decompress(block, bytes, 0);
        return bytes;
    }

    private static byte[] RandomBytes(int seed, int length, int alphabet)
    {
        var random = new Random(seed);
        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
            bytes[i] = (byte)random.Next(alphabet);
        return bytes;
    }
}
