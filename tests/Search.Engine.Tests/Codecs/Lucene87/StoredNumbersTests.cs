using Search.Engine.Codecs.Lucene87;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.Lucene87;

public sealed class StoredNumbersTests
{
    [Theory]
    [InlineData(0f, "81")]
    [InlineData(-1f, "80")]
    [InlineData(125f, "FE")]
    [InlineData(126f, "42FC0000")]
    [InlineData(-0f, "FF80000000")]
    [InlineData(0.5f, "3F000000")]
    [InlineData(float.NegativeInfinity, "FFFF800000")]
    [InlineData(float.NaN, "7FC00000")]
    public void Floats(float value, string hex)
    {
        byte[] bytes = Bytes(output => StoredNumbers.WriteSingle(output, value));
        Assert.Equal(hex, Convert.ToHexString(bytes));
        var input = new StoredValueReader(bytes, "test");
        Assert.Equal(value, StoredNumbers.ReadSingle(ref input));
    }

    [Theory]
    [InlineData(124d, "FD")]
    [InlineData(125d, "FE42FA0000")]
    [InlineData(0.5d, "FE3F000000")]
    [InlineData(0.1d, "3FB999999999999A")]
    [InlineData(-0.1d, "FFBFB999999999999A")]
    [InlineData(-0d, "FE80000000")]
    [InlineData(double.PositiveInfinity, "FE7F800000")]
    [InlineData(double.NaN, "7FF8000000000000")]
    public void Doubles(double value, string hex)
    {
        byte[] bytes = Bytes(output => StoredNumbers.WriteDouble(output, value));
        Assert.Equal(hex, Convert.ToHexString(bytes));
        var input = new StoredValueReader(bytes, "test");
        Assert.Equal(value, StoredNumbers.ReadDouble(ref input));
    }

    [Theory]
    [InlineData(0L, "C0")]
    [InlineData(1L, "02")]
    [InlineData(-1L, "01")]
    [InlineData(16L, "2001")]
    [InlineData(1000L, "42")]
    [InlineData(-2000L, "43")]
    [InlineData(3_600_000L, "82")]
    [InlineData(86_400_000L, "C2")]
    public void Longs(long value, string hex) => Assert.Equal(hex, Convert.ToHexString(RoundTrip(value)));

    [Fact]
    public void Longs_at_the_edges_come_back()
    {
        var random = new Random(3);
        RoundTrip(long.MinValue);
        RoundTrip(long.MaxValue);
        RoundTrip(long.MinValue / 1000 * 1000);
        RoundTrip(long.MaxValue / 86_400_000 * 86_400_000);
        for (var i = 0; i < 1000; i++)
            RoundTrip(random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64));
    }

    private static byte[] RoundTrip(long value)
    {
        byte[] bytes = Bytes(output => StoredNumbers.WriteInt64(output, value));
        var input = new StoredValueReader(bytes, "test");
        Assert.Equal(value, StoredNumbers.ReadInt64(ref input));
        return bytes;
    }

    private static byte[] Bytes(Action<DataOutput> write)
    {
        var output = new ByteBufferOutput();
        write(output);
        return output.Written.ToArray();
    }
}
