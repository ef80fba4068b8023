using Search.Engine.Search.Similarities;
using Search.Engine.Tests.Infrastructure;
using Search.Engine.Util;

namespace Search.Engine.Tests.Search;

public sealed class Bm25SimilarityTests
{
    [Fact]
    public void Scores_equal_Lucenes_bit_for_bit() =>
        GoldenRows.Check("bm25.json", "scores", row => $"{row.GetProperty("k1")} {row.GetProperty("b")} {row.GetProperty("boost")} {row.GetProperty("docCount")} {row.GetProperty("docFreq")} {row.GetProperty("sumTotalTermFreq")}", row =>
        {
            var similarity = new Bm25Similarity(row.GetProperty("k1").GetSingle(), row.GetProperty("b").GetSingle());
            var statistics = new CollectionStatistics(row.GetProperty("docCount").GetInt64(), row.GetProperty("sumTotalTermFreq").GetInt64(), 0);
            var field = new FieldScoring(similarity, statistics);
            float idf = field.Idf(row.GetProperty("docFreq").GetInt64());
            Assert.Equal(Bits(Golden.Bits(row.GetProperty("idfBits"))), Bits(idf));
            SimScorer scorer = field.Scorer(row.GetProperty("boost").GetSingle(), idf);
            Assert.All(row.GetProperty("scores").EnumerateArray(), score => Assert.Equal(
                Bits(Golden.Bits(score[2])),
                Bits(scorer.Score(score[1].GetSingle(), LengthNorm.Encode(score[0].GetInt32())))));
        });

    [Fact]
    public void A_batch_scores_like_single_documents()
    {
        var field = new FieldScoring(new Bm25Similarity(), new CollectionStatistics(100, 1234, 0));
        SimScorer scorer = field.Scorer(1.7f, 2.5f);
        float[] factors = new Bm25Similarity().LengthFactors(field.AverageLength);
        int[] freqs = [.. Enumerable.Range(0, 101).Select(i => 1 + i * 7 % 31)];
        byte[] norms = [.. Enumerable.Range(0, 101).Select(i => (byte)(i * 13))];
        float[] scores = [.. norms.Select(norm => factors[norm])];
        float[] plain = [.. scores];
        SimScorer.Saturate(scorer.Weight, freqs, scores);
        SimScorer.SaturateScalar(scorer.Weight, freqs, plain);
        Assert.Equal(plain.Select(Bits), scores.Select(Bits));
        Assert.All(Enumerable.Range(0, scores.Length), i => Assert.Equal(Bits(scorer.Score(freqs[i], norms[i])), Bits(scores[i])));
    }

    [Theory]
    [InlineData(-1f, 0.5f)]
    [InlineData(float.NaN, 0.5f)]
    [InlineData(1f, 1.5f)]
    [InlineData(1f, float.NaN)]
    public void Parameters_out_of_range_are_refused(float k1, float b) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Bm25Similarity(k1, b));

    private static uint Bits(float value) => BitConverter.SingleToUInt32Bits(value);
}
