using Search.Engine.Util;

namespace Search.Engine.Tests.Util;

public sealed class BlockSearchTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(128)]
    public void Vectors_find_the_place_that_the_plain_search_finds(int count)
    {
        var random = new Random(count);
        int[] docs = [.. Enumerable.Range(0, count).Select(i => 10 + 5 * i + random.Next(5))];
        for (var target = 0; target < 5 * count + 20; target++)
        {
            int expected = docs.Count(docId => docId < target);
            Assert.Equal(expected, BlockSearch.FirstAtLeastScalar(docs, target));
            Assert.Equal(expected, BlockSearch.FirstAtLeast(docs, target));
            Assert.Equal(expected, BlockSearch.FirstAtLeast(docs, expected / 2, target));
        }
    }

    [Fact]
    public void Both_searches_count_the_ids_below_the_target()
    {
        var random = new Random(4);
        for (var round = 0; round < 3000; round++)
        {
            int[] docIds = [.. Enumerable.Range(0, random.Next(129)).Select(_ => random.Next(500)).Distinct().Order()];
            int target = random.Next(510);
            int expected = docIds.Count(docId => docId < target);
            Assert.Equal(expected, BlockSearch.FirstAtLeastScalar(docIds, target));
            Assert.Equal(expected, BlockSearch.FirstAtLeast(docIds, target));
        }
    }
}
