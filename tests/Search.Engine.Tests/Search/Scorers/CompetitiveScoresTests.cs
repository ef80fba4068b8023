using Search.Engine.Search.Scorers;

namespace Search.Engine.Tests.Search.Scorers;

public sealed class CompetitiveScoresTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(127)]
    [InlineData(128)]
    public void Vectors_pick_what_the_plain_loop_picks(int count)
    {
        var random = new Random(count);
        for (var round = 0; round < 100; round++)
        {
            int[] docs = [.. Enumerable.Range(5, count)];
            float[] scores = [.. docs.Select(_ => random.Next(5) / 4f)];
            float least = random.Next(6) / 4f;
            int[] expected = [.. docs.Where(docId => scores[docId - 5] >= least)];
            Assert.Equal(expected, Picked(CompetitiveScores.Pick));
            Assert.Equal(expected, Picked(CompetitiveScores.PickScalar));

            int[] Picked(PickMethod pick)
            {
                var listed = new int[count + 8];
                var closed = new float[count + 8];
                int picked = pick(docs, scores, least, listed, closed);
                Assert.Equal(listed[..picked].Select(docId => scores[docId - 5]), closed[..picked]);
                return listed[..picked];
            }
        }
    }

    private delegate int PickMethod(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores, float least, Span<int> listed, Span<float> closed);
}
