using Search.Engine.Search.Scorers;

namespace Search.Engine.Tests.Search.Scorers;

public sealed class ScoreBoundsTests
{
    [Fact]
    public void No_sum_below_the_cut_reaches_the_minimum_with_what_the_rest_may_add()
    {
        var random = new Random(3);
        for (var i = 0; i < 20000; i++)
        {
            float min = Score(random);
            double rest = random.Next(4) == 0 ? 0 : (double)Score(random) + Score(random);
            double cut = ScoreBounds.Cut(min, rest);
            double below = Math.BitDecrement(cut);
            Assert.True((float)(below + rest) < min);
            Assert.True(ScoreBounds.Share(min, rest) <= Math.Max(cut, 0));
            // Little is lost: what is a millionth above the cut competes.
            Assert.True((float)(cut + rest + 1e-6 * (min + rest)) >= min);
        }
    }

    [Theory]
    [InlineData(0f, 1.0)]
    [InlineData(1f, double.PositiveInfinity)]
    [InlineData(float.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(float.Epsilon, 0.0)]
    public void Where_nothing_can_be_said_every_score_may_compete(float min, double rest)
    {
        Assert.False(ScoreBounds.Cut(min, rest) > 0);
        Assert.Equal(0f, ScoreBounds.Share(min, rest));
    }

    private static float Score(Random random) => (float)(random.NextDouble() * Math.Pow(10, random.Next(-3, 3)));
}
