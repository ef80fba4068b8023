using Search.Engine.Codecs.Packed;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.Packed;

public sealed class PackedReaderTests
{
    [Theory]
    [InlineData(1), InlineData(2), InlineData(4), InlineData(8), InlineData(12), InlineData(16), InlineData(20)]
    [InlineData(24), InlineData(28), InlineData(32), InlineData(40), InlineData(48), InlineData(56), InlineData(64)]
    public void Every_width_reads_what_was_written(int width)
    {
        var random = new Random(width);
        long mask = width == 64 ? -1 : (1L << width) - 1;
        foreach (int count in new[] { 1, 2, 3, 7, 64, 9001 })
        {
            long[] values = [.. Enumerable.Range(0, count).Select(_ => random.NextInt64(long.MinValue, long.MaxValue) & mask)];
            using IndexInput input = Files.Input(output => PackedWriter.Write(output, values, width));
            Assert.Equal(PackedReader.ByteCount(count, width), input.Length);

            PackedReader reader = PackedReader.Open(input, 0, count, width);
            Assert.Equal(values, Enumerable.Range(0, count).Select(i => reader.Get(i)));
        }
    }

    [Fact]
    public void Layout_is_that_of_the_specification()
    {
        Assert.Equal("12000000", Hex([0, 1, 0, 2], 2));
        Assert.Equal("2980000000", Hex([0, 2, 2, 1, 2], 2));
        Assert.Equal("ABC1234560000000", Hex([0xABC, 0x123, 0x456], 12));
        Assert.Equal("79", PlainHex([7, 9], 4));
        Assert.Equal("60", PlainHex([1, 2], 2));
    }

    [Fact]
    public void Width_zero_is_all_zeros_without_bytes()
    {
        using IndexInput input = Files.Input(_ => { });
        Assert.Equal(0, PackedReader.Open(input, 0, 1000, 0).Get(999));
    }

    [Fact]
    public void Runs_that_cannot_be_are_refused()
    {
        using IndexInput input = Files.Input(output => PackedWriter.Write(output, [1, 2, 3], 8));
        Assert.Throws<CorruptIndexException>(() => PackedReader.Open(input, 0, 3, 7));
        Assert.Throws<CorruptIndexException>(() => PackedReader.Open(input, 0, 4, 8));
        Assert.Throws<CorruptIndexException>(() => PackedReader.Open(input, 0, long.MaxValue, 64));
        Assert.Throws<CorruptIndexException>(() => PackedReader.Open(input, -1, 1, 8));
    }

    private static string Hex(long[] values, int width)
    {
        var output = new ByteBufferOutput();
        PackedWriter.Write(output, values, width);
        return Convert.ToHexString(output.Written);
    }

    private static string PlainHex(long[] values, int width)
    {
        var output = new ByteBufferOutput();
        PackedWriter.WritePlain(output, values, width);
        return Convert.ToHexString(output.Written);
    }
}
