using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Collectors;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;
using Search.Engine.Search.Weights;
using Search.Engine.Tests.Infrastructure.Memory;

namespace Search.Engine.Tests.Search;

/// <summary>In whatever order and by however many threads segments are searched, hits are those of one walk through the index.</summary>
public sealed class TopScoreSearchTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void The_best_hits_are_the_same_by_any_number_of_threads(int seed, bool deletes)
    {
        var random = new RandomQueries(seed);
        var numbers = new Random(seed);
        // Few words, so that many scores are equal, and segments that grow, so that the last one is searched first.
        string[] texts = [.. random.Texts(6000)];
        MemoryIndex index = MemoryIndex.OfSegments([texts[..200], texts[200..900], texts[900..2500], texts[2500..]], blockSize: 16);
        if (deletes)
            index.Delete(doc => doc % 7 == 3);
        var searcher = new IndexSearcher(index);
        for (var i = 0; i < 150; i++)
        {
            Query query = random.Next();
            int k = numbers.Next(1, 30);
            List<ScoreDoc> all = All(searcher, query);
            ScoreDoc? after = i % 3 == 0 && all.Count > 5 ? all[numbers.Next(5)] : null;
            List<ScoreDoc> expected = [.. all.Skip(after is null ? 0 : all.IndexOf(after) + 1).Take(k)];
            var options = new SearchOptions { TotalHitsThreshold = numbers.Next(60), After = after };
            foreach (int threads in (int[])[1, 2, 3, 8])
            {
                TopDocs found = Search(searcher, query, k, options, threads);
                Assert.True(expected.SequenceEqual(found.ScoreDocs), $"{query} by {threads}");
                Assert.True(found.TotalHits.IsExact ? found.TotalHits.Value == all.Count : found.TotalHits.Value > options.TotalHitsThreshold && found.TotalHits.Value <= all.Count, $"{query} by {threads}");
            }
        }
    }

    [Theory]
    [InlineData(4)]
    public void A_score_that_was_expected_in_vain_costs_no_hit(int seed)
    {
        var random = new RandomQueries(seed);
        var searcher = new IndexSearcher(MemoryIndex.OfSegments([[.. random.Texts(3000)]], blockSize: 16));
        var (met, missed) = (0, 0);
        for (var i = 0; i < 300; i++)
        {
            Query query = i % 2 == 0 ? random.Next(depth: 1) : new TermQuery(new Term("f", $"w{i % 40}"));
            var options = new SearchOptions { TotalHitsThreshold = i % 30 };
            int k = 1 + (i % 12);
            Assert.Equal(All(searcher, query).Take(k), searcher.Search(query, k, options).ScoreDocs);
            TopScoreCollector collector = TopDocsCollector.ByScore(searcher.Reader, k, options, shared: null);
            Weight weight = searcher.Rewrite(query).CreateWeight(searcher, needsScores: true, 1f);
            var budget = new SearchBudget(limits: null, TimeProvider.System, default);
            new TopScoreSearch(weight, searcher.Reader.Leaves, isUnlimited: true, new ScratchPool()).Run(collector, budget, expecting: true);
            (met, missed) = collector.IsAsExpected ? (met + 1, missed) : (met, missed + 1);
        }
        Assert.True(met > 50 && missed > 20, $"{met} met, {missed} missed");
    }

    [Fact]
    public void A_search_on_several_threads_can_be_called_off()
    {
        var searcher = new IndexSearcher(new RandomQueries(3).Index(500));
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Search(searcher, new MatchAllQuery(), 3, new SearchOptions { Cancellation = cancellation.Token }, threads: 2));
    }

    [Fact]
    public void What_a_segment_throws_is_thrown_by_a_search_on_several_threads_as_by_one()
    {
        string[] texts = [.. new RandomQueries(5).Texts(400)];
        var searcher = new IndexSearcher(MemoryIndex.OfSegments([texts[..200], texts[200..]], blockSize: 16));
        var broken = new ToParentBlockJoinQuery(new MatchAllQuery(), new ParentFilter(new MatchAllQuery()));
        var alone = Assert.ThrowsAny<Exception>(() => searcher.Search(broken, 3));
        var among = Assert.ThrowsAny<Exception>(() => Search(searcher, broken, 3, new SearchOptions(), threads: 2));
        Assert.Equal((alone.GetType(), alone.Message), (among.GetType(), among.Message));
    }

    [Fact]
    public void Fewer_than_one_thread_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new SearchOptions { Threads = 0 });

    private static TopDocs Search(IndexSearcher searcher, Query query, int k, SearchOptions options, int threads)
    {
        Weight weight = searcher.Rewrite(query).CreateWeight(searcher, needsScores: true, 1f);
        var shared = new SharedMinimum();
        TopScoreCollector[] collectors = [.. Enumerable.Range(0, threads).Select(_ => TopDocsCollector.ByScore(searcher.Reader, k, options, shared))];
        return new TopScoreSearch(weight, searcher.Reader.Leaves, isUnlimited: true, new ScratchPool()).Run(collectors, TimeProvider.System, options.Cancellation);
    }

    private static List<ScoreDoc> All(IndexSearcher searcher, Query query)
    {
        var collector = new HitList();
        searcher.Search(query, collector);
        return [.. collector.Hits.Select(hit => new ScoreDoc(hit.Doc, BitConverter.UInt32BitsToSingle(hit.Score))).OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Doc)];
    }
}
