using Search.Engine.Search.Scorers;
using Search.Engine.Tests.Infrastructure;
using Search.Engine.Tests.Infrastructure.Memory;
using Search.Engine.Util;

namespace Search.Engine.Tests.Search.Scorers;

/// <summary>What is counted with flags is what plain sets hold.</summary>
public sealed class FlagCountingTests
{
    // Some windows of flags, the last one not full.
    private const int MaxDoc = (3 * FlagWindow.Size) + 777;

    private readonly ScratchPool _pool = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Any_and_all_are_counted_as_sets_are_however_frequent_the_clauses(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            using WindowArena arena = Arenas.Open(_pool);
            int[][] lists = [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => Docs(random)).OrderBy(list => list.Length)];
            FixedBitSet? live = random.Next(2) == 0 ? null : Set(Enumerable.Range(0, MaxDoc).Where(_ => random.Next(9) > 0));
            HashSet<int> any = [.. lists.SelectMany(list => list).Where(docId => live?.Get(docId) != false)];
            Assert.Equal(any.Count, new FlagCounting(arena).CountAny(Terms(lists), MaxDoc, live));

            WindowScorer[] nested = [Sets(lists[0]), new DisjunctionWindowScorer(Terms(lists[1..]), MaxDoc, arena)];
            Assert.Equal(any.Count, new FlagCounting(arena).CountAny(nested, MaxDoc, live));

            int all = lists.Aggregate<IEnumerable<int>>((common, list) => common.Intersect(list)).Count(docId => live?.Get(docId) != false);
            Assert.Equal(all, new FlagCounting(arena).CountAll(Terms(lists), MaxDoc, live));
            long counted = new ConjunctionWindowScorer(Terms(lists), alternatives: null, arena).Count(MaxDoc, live);
            Assert.Equal(lists[0].Length * 2 < lists[1].Length ? -1 : all, counted);
        }
    }

    [Fact]
    public void A_clause_that_only_lists_is_counted_too()
    {
        using WindowArena arena = Arenas.Open(_pool);
        int[] multiples = [.. Enumerable.Range(0, MaxDoc / 3).Select(i => i * 3)];
        int[] others = [.. Enumerable.Range(0, MaxDoc / 5).Select(i => i * 5)];
        WindowScorer both = new ConjunctionWindowScorer(Terms([others, multiples]), alternatives: null, arena);
        Assert.Equal(
            multiples.Union([1]).Count(), new FlagCounting(arena).CountAny([both, .. Terms([multiples, [1]])], MaxDoc, live: null));
    }

    [Fact]
    public void Vectors_sum_flags_like_the_plain_loop()
    {
        var random = new Random(3);
        foreach (int share in (int[])[1, 2, 50])
        {
            byte[] flags = [.. Enumerable.Range(0, FlagWindow.Size).Select(_ => (byte)(random.Next(share) == 0 ? 1 : 0))];
            Assert.Equal(FlagWindow.SumScalar(flags), FlagWindow.SumVector256(flags));
        }
    }

    [Fact]
    public void Flags_are_listed_in_steps_when_a_list_is_too_short_for_them()
    {
        var window = new FlagWindow();
        int[] docs = [.. Enumerable.Range(100, 2 * Candidates.Capacity)];
        Assert.Equal(100 + FlagWindow.Size, window.MoveTo(100));
        window.Add(docs);
        Assert.Equal(docs.Length, window.Count());
        var listed = new List<int>();
        for (int next = 100; next < 100 + FlagWindow.Size;)
        {
            var list = new Candidates();
            next = window.ListTo(list, next);
            listed.AddRange(list.Docs);
        }
        Assert.Equal(docs, listed);
        Assert.Throws<ArgumentOutOfRangeException>(() => window.Add([99]));
        Assert.Throws<ArgumentOutOfRangeException>(() => window.Add([100 + FlagWindow.Size]));
    }

    private static int[] Docs(Random random)
    {
        int share = random.Next(4) switch { 0 => 2, 1 => 30, 2 => 1000, _ => 9000 };
        return [.. Enumerable.Range(0, MaxDoc).Where(_ => random.Next(share) == 0)];
    }

    private static FixedBitSet Set(IEnumerable<int> docs)
    {
        var set = new FixedBitSet(MaxDoc);
        foreach (int docId in docs)
            set.Set(docId);
        return set;
    }

    private static BitSetWindowScorer Sets(int[] docs) => new(Set(docs), docs.Length);

    private static WindowScorer[] Terms(int[][] lists) => [.. lists.Select(Term)];

    private static TermWindowScorer Term(int[] docs)
    {
        int[][] blocks = [.. docs.Chunk(128)];
        var postings = new MemoryPostingsBlocks(blocks, [.. blocks.Select(block => Enumerable.Repeat(1, block.Length).ToArray())], new Dictionary<int, long>());
        return new TermWindowScorer(postings);
    }
}
