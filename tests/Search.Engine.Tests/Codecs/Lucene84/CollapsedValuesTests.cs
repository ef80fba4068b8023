using Search.Engine.Codecs.Lucene84;

namespace Search.Engine.Tests.Codecs.Lucene84;

public sealed class CollapsedValuesTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(32)]
    public void Words_made_at_once_are_those_made_value_by_value(int lane)
    {
        var random = new Random(lane);
        var values = new int[128];
        var expected = new ulong[64];
        var actual = new ulong[64];
        for (var round = 0; round < 200; round++)
        {
            foreach (ref int value in values.AsSpan())
                value = (int)random.NextInt64(1L << lane);
            CollapsedValues.WriteOneByOne(values, lane, expected);
            CollapsedValues.Write(values, lane, actual);
            Assert.Equal(expected, actual);
        }
    }
}
