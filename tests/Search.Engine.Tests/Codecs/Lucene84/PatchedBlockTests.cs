using Search.Engine.Codecs.Lucene84;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.Lucene84;

public sealed class PatchedBlockTests
{
    [Fact]
    public void Equal_values_take_two_bytes() => Assert.Equal("0001", Write(Ones()));

    [Fact]
    public void A_small_exception_among_equal_values_is_stored_whole() => Assert.Equal("20010302", Write(Ones((3, 3))));

    [Fact]
    public void Two_exceptions_keep_their_low_bits_in_the_block() =>
        Assert.Equal("41" + string.Concat(Enumerable.Repeat("ff", 15)) + "bf" + "03966403", Write(Ones((3, 300), (100, 7))));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Random_values_come_back_and_are_skipped_exactly(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 2000; round++)
        {
            int bits = random.Next(1, 32);
            int[] values = [.. Enumerable.Range(0, 128).Select(_ => random.Next(int.MaxValue) >> (31 - bits))];
            if (round % 2 == 0)
                values = [.. values.Select(value => Math.Max(1, value))];
            for (int outliers = random.Next(6); outliers > 0; outliers--)
                values[random.Next(128)] = random.Next(int.MaxValue) >> random.Next(31);
            if (random.Next(4) == 0)
                Array.Fill(values, values[0], 0, 128 - random.Next(5));

            using IndexInput input = Files.Input(output => PatchedBlock.Write(values, output));
            var read = new int[128];
            PatchedBlock.Read(input, read);
            Assert.Equal(values, read);
            Assert.Equal(0, input.Remaining);
            AssertSummed(values, input);
            input.Seek(0);
            PatchedBlock.Skip(input);
            Assert.Equal(0, input.Remaining);
        }
    }

    [Fact]
    public void Seven_exceptions_are_read()
    {
        using IndexInput input = Files.Input(output =>
        {
            output.WriteByte((7 << 5) | 3);
            PackedBlock.Encode(Ones(), 3, output);
            for (var i = 0; i < 7; i++)
                output.WriteBytes([(byte)(i * 20), (byte)(i + 1)]);
        });
        var values = new int[128];
        PatchedBlock.Read(input, values);
        Assert.Equal(Ones([.. Enumerable.Range(0, 7).Select(i => (i * 20, 1 | ((i + 1) << 3)))]), values);
        AssertSummed(values, input);
    }

    private static void AssertSummed(int[] values, IndexInput input)
    {
        var sums = new int[128];
        int[] expected = [.. values];
        bool areRight = DocIdBlock.SumScalar(expected, previous: 0) >= 0;
        input.Seek(0);
        Assert.Equal(areRight, PatchedBlock.TryReadSums(input, sums));
        if (areRight)
            Assert.Equal(expected, sums);
        Assert.Equal(0, input.Remaining);
    }

    [Fact]
    public void An_exception_outside_the_block_is_corrupt()
    {
        using IndexInput input = Files.Input(output => output.WriteBytes([1 << 5, 1, 128, 1]));
        Assert.Throws<CorruptIndexException>(() => PatchedBlock.Read(input, new int[128]));
    }

    private static int[] Ones(params (int Index, int Value)[] others)
    {
        var values = new int[128];
        Array.Fill(values, 1);
        foreach ((int index, int value) in others)
            values[index] = value;
        return values;
    }

    private static string Write(int[] values)
    {
        var output = new ByteBufferOutput();
        PatchedBlock.Write(values, output);
        return Convert.ToHexStringLower(output.Written);
    }
}
