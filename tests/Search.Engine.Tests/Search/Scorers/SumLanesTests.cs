using Search.Engine.Search.Scorers;

namespace Search.Engine.Tests.Search.Scorers;

public sealed class SumLanesTests
{
    private const double Cut = 0.5;

    [Fact]
    public void Vectors_find_the_same_sums_as_the_plain_loop()
    {
        var random = new Random(1);
        for (var round = 0; round < 50; round++)
        {
            double[] sums = [.. Enumerable.Range(0, 64).Select(_ => random.Next(4) switch { 0 => 0, 1 => Cut, 2 => Math.BitDecrement(Cut), _ => random.NextDouble() })];
            Assert.Equal(SumLanes.AtLeastScalar(sums, Cut), SumLanes.AtLeast(sums, Cut));
        }
    }
}
