using Search.Engine.Util;

namespace Search.Engine.Tests.Util;

public sealed class BitRunsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(12)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(400)]
    public void Runs_of_any_length_set_the_bits_of_their_documents(int longest)
    {
        var random = new Random(longest);
        for (var round = 0; round < 60; round++)
        {
            int[] docs = Runs(random, longest, count: 65 + random.Next(600), maxDoc: 2000 + random.Next(70));
            AssertSame(docs, docs.Max() + 1);
        }
    }

    [Fact]
    public void Repeats_and_runs_up_to_the_last_bit_are_set()
    {
        AssertSame([.. Enumerable.Repeat(5, 70)], 64);
        AssertSame([.. Enumerable.Range(0, 128)], 128);
        AssertSame([.. Enumerable.Range(1, 127), 0], 128);
        AssertSame([.. Enumerable.Range(60, 68), .. Enumerable.Range(0, 61)], 128);
        AssertSame([.. Enumerable.Range(0, 400).Select(i => 2 * i)], 800);
        AssertSame([.. Enumerable.Range(0, 70), .. Enumerable.Range(100, 300).Select(i => 2 * i), .. Enumerable.Range(0, 90)], 800);
    }

    private static void AssertSame(int[] docs, int maxDoc)
    {
        var expected = new ulong[FixedBitSet.WordCount(maxDoc)];
        BitRuns.SetScalar(docs, expected);
        var actual = new ulong[expected.Length];
        BitRuns.Set(docs, actual);
        Assert.Equal(expected, actual);
        actual.AsSpan().Clear();
        BitRuns.SetVector256(docs, actual);
        Assert.Equal(expected, actual);
    }

    private static int[] Runs(Random random, int longest, int count, int maxDoc)
    {
        var docs = new List<int>();
        while (docs.Count < count)
        {
            int first = random.Next(maxDoc);
            docs.AddRange(Enumerable.Range(first, Math.Min(1 + random.Next(longest), maxDoc - first)));
        }
        return [.. docs.Take(count)];
    }
}
