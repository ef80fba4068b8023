using Search.Engine.Search.Scorers;

namespace Search.Engine.Tests.Search.Scorers;

public sealed class CompetitiveSumsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(127)]
    [InlineData(4096)]
    public void Vectors_pick_what_the_plain_loop_picks_here_and_elsewhere(int count)
    {
        var random = new Random(count);
        for (var round = 0; round < 50; round++)
        {
            int[] docs = [.. Enumerable.Range(5, count)];
            double[] sums = [.. docs.Select(_ => random.Next(5) / 4.0)];
            double least = random.Next(6) / 4.0;
            int[] expected = [.. docs.Where(docId => sums[docId - 5] >= least)];
            Assert.Equal(expected, Picked(CompetitiveSums.Pick, inPlace: false));
            Assert.Equal(expected, Picked(CompetitiveSums.Pick, inPlace: true));
            Assert.Equal(expected, Picked(CompetitiveSums.PickScalar, inPlace: true));

            int[] Picked(PickMethod pick, bool inPlace)
            {
                int[] from = [.. docs];
                double[] values = [.. sums];
                int[] listed = inPlace ? from : new int[count + 4];
                double[] closed = inPlace ? values : new double[count + 4];
                int picked = pick(from, values, least, listed, closed);
                Assert.Equal(listed[..picked].Select(docId => sums[docId - 5]), closed[..picked]);
                return listed[..picked];
            }
        }
    }

    private delegate int PickMethod(ReadOnlySpan<int> docs, ReadOnlySpan<double> sums, double least, Span<int> listed, Span<double> closed);
}
