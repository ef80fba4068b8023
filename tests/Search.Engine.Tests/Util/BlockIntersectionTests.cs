using Search.Engine.Index;
using Search.Engine.Search.Scorers;
using Search.Engine.Tests.Infrastructure;
using Search.Engine.Tests.Infrastructure.Memory;
using Search.Engine.Util;

namespace Search.Engine.Tests.Util;

public sealed class BlockIntersectionTests
{
    [Fact]
    public void The_vectorised_match_answers_like_the_plain_one()
    {
        var random = new Random(11);
        for (var round = 0; round < 2000; round++)
        {
            int[] block = Ascending(random, 128, 1 + random.Next(40));
            int[] wanted = Ascending(random, random.Next(1, 128), 1 + random.Next(60));
            int[] wantedPlaces = new int[wanted.Length], blockPlaces = new int[wanted.Length];
            int[] otherWantedPlaces = new int[wanted.Length], otherBlockPlaces = new int[wanted.Length];
            int count = BlockIntersection.MatchScalar(wanted, block, wantedPlaces, blockPlaces, out int looked);
            Assert.Equal(count, BlockIntersection.MatchVector256(wanted, block, otherWantedPlaces, otherBlockPlaces, out int otherLooked));
            Assert.Equal(wanted.Count(docId => docId <= block[^1]), looked);
            Assert.Equal(looked, otherLooked);
            Assert.Equal(wantedPlaces[..count], otherWantedPlaces[..count]);
            Assert.Equal(blockPlaces[..count], otherBlockPlaces[..count]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Runs_are_the_documents_that_all_terms_have_with_their_places_in_the_blocks(int termCount)
    {
        var random = new Random(termCount);
        for (var round = 0; round < 60; round++)
        {
            int[][] lists = [.. Enumerable.Range(0, termCount).Select(_ => Ascending(random, random.Next(1, 1500), 1 + random.Next(12))).OrderBy(list => list.Length)];
            int[] expected = [.. lists.Aggregate<IEnumerable<int>>((common, list) => common.Intersect(list))];
            PostingsBlocks[] terms = [.. lists.Select(Blocks)];
            var conjunction = new BlockConjunction(terms, Arenas.Open());
            var found = new List<int>();
            while (conjunction.NextRun(found.Count == 0 ? 0 : found[^1] + 1))
                AddRun(conjunction, terms, found);
            Assert.Equal(expected, found);

            terms = [.. lists.Select(Blocks)];
            conjunction = new BlockConjunction(terms, Arenas.Open());
            found.Clear();
            for (var start = 0; !conjunction.IsExhausted; start += 500)
            {
                while (conjunction.NextRun(Math.Max(start, found.Count == 0 ? 0 : found[^1] + 1), start + 500))
                    AddRun(conjunction, terms, found);
            }
            Assert.Equal(expected, found);

            int[] wanted = Ascending(random, random.Next(1, 4000), 1 + random.Next(4));
            terms = [.. lists.Select(Blocks)];
            conjunction = new BlockConjunction(terms, Arenas.Open());
            conjunction.LookFor(wanted, wanted.Length);
            found.Clear();
            while (conjunction.NextFound())
                AddRun(conjunction, terms, found);
            Assert.Equal(expected.Intersect(wanted), found);
        }
    }

    [Fact]
    public void Runs_start_at_the_target()
    {
        int[] docs = [.. Enumerable.Range(0, 1000).Select(i => 3 * i)];
        var conjunction = new BlockConjunction([Blocks(docs), Blocks(docs)], Arenas.Open());
        Assert.True(conjunction.NextRun(100));
        Assert.Equal(102, conjunction.Run[0]);
        Assert.True(conjunction.NextRun(2000));
        Assert.Equal(2001, conjunction.Run[0]);
        Assert.False(conjunction.NextRun(2998));
    }

    private static void AddRun(BlockConjunction conjunction, PostingsBlocks[] terms, List<int> found)
    {
        Assert.False(conjunction.Run.IsEmpty);
        for (var i = 0; i < conjunction.Run.Length; i++)
        {
            found.Add(conjunction.Run[i]);
            for (var term = 0; term < terms.Length; term++)
                Assert.Equal(conjunction.Run[i], terms[term].Docs[conjunction.PlaceOf(term, i)]);
        }
    }

    private static PostingsBlocks Blocks(int[] docs)
    {
        int[][] blocks = [.. docs.Chunk(128)];
        return new MemoryPostingsBlocks(blocks, [.. blocks.Select(block => Enumerable.Repeat(1, block.Length).ToArray())], new Dictionary<int, long>());
    }

    private static int[] Ascending(Random random, int count, int mostGap)
    {
        var docs = new int[count];
        int docId = -1;
        for (var i = 0; i < count; i++)
            docs[i] = docId += random.Next(1, mostGap + 1);
        return docs;
    }
}
