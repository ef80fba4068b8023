using Search.Engine.Search.Scorers;

namespace Search.Engine.Tests.Search.Scorers;

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
            if (count == BlockSearch.BlockSize && target <= docs[^1])
                Assert.Equal(expected, BlockSearch.FirstInBlock(docs, target));
        }
    }
}
