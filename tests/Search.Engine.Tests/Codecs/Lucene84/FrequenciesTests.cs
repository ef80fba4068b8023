using Search.Engine.Codecs.Lucene84;

namespace Search.Engine.Tests.Codecs.Lucene84;

public sealed class FrequenciesTests
{
    [Fact]
    public void The_vectorised_sum_of_frequencies_answers_like_the_plain_one()
    {
        var random = new Random(3);
        for (var round = 0; round < 500; round++)
        {
            int[] freqs = [.. Enumerable.Range(0, random.Next(129)).Select(_ => 1 + random.Next(int.MaxValue))];
            Assert.Equal(Frequencies.SumScalar(freqs), Frequencies.SumVector256(freqs));
        }
    }
}
