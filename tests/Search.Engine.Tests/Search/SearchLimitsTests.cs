using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;

namespace Search.Engine.Tests.Search;

public sealed class SearchLimitsTests
{
    private const int Documents = 9000;
    private const int Queries = 40;

    [Theory]
    [InlineData(1)]
    public void A_search_that_runs_out_of_time_yields_the_first_hits_in_document_order(int seed)
    {
        var random = new RandomQueries(seed);
        var searcher = new IndexSearcher(random.Index(Documents)) { Clock = new SteppingClock() };
        var cut = 0;
        for (var i = 0; i < Queries; i++)
        {
            Query query = random.Next();
            var all = new HitList();
            searcher.Search(query, all);
            for (var seconds = 0; seconds < 200; seconds = seconds * 2 + 1)
            {
                var part = new HitList();
                PartialReason reason = searcher.Search(query, part, new SearchLimits { Time = TimeSpan.FromSeconds(seconds) });
                Assert.Equal(all.Hits.Take(part.Hits.Count), part.Hits);
                Assert.True(reason == PartialReason.Time || part.Hits.Count == all.Hits.Count, query.ToString());
                cut += part.Hits.Count > 0 && part.Hits.Count < all.Hits.Count ? 1 : 0;
            }
        }
        Assert.True(cut > Queries / 4, "hardly any search was cut short");
    }

    [Theory]
    [InlineData(2)]
    public void A_search_that_runs_out_of_terms_yields_true_hits_with_their_scores(int seed)
    {
        var random = new RandomQueries(seed);
        var searcher = new IndexSearcher(random.Index(Documents));
        var cut = 0;
        for (var i = 0; i < 4 * Queries; i++)
        {
            Query query = random.Next();
            var all = new HitList();
            searcher.Search(query, all);
            Dictionary<int, uint> scores = all.Hits.ToDictionary(hit => hit.Doc, hit => hit.Score);
            foreach (int expansions in new[] { 1, 3, 20, 1000 })
            {
                var part = new HitList(needsScores: false);
                PartialReason reason = searcher.Search(query, part, new SearchLimits { MaxExpansions = expansions });
                Assert.All(part.Hits, hit => Assert.Contains(hit.Doc, scores));
                Assert.Equal(reason == PartialReason.None ? all.Hits.Count : part.Hits.Count, part.Hits.Count);
                Assert.True(reason is PartialReason.None or PartialReason.Expansions);
                cut += part.Hits.Count > 0 && part.Hits.Count < all.Hits.Count ? 1 : 0;
            }
        }
        Assert.True(cut > Queries / 4, "hardly any search was cut short");
    }

    [Fact]
    public void Partial_results_say_so_and_their_totals_are_lower_bounds()
    {
        var searcher = new IndexSearcher(new RandomQueries(3).Index(Documents)) { Clock = new SteppingClock() };
        var query = new PrefixQuery(new Term("f", "w"));
        TopDocs whole = searcher.Search(query, 5, new SearchOptions { TotalHitsThreshold = int.MaxValue });
        Assert.Equal((false, PartialReason.None, true), (whole.IsPartial, whole.Partial, whole.TotalHits.IsExact));
        foreach (SortField[]? sort in new SortField[]?[] { null, [SortField.Doc] })
        {
            foreach (SearchLimits limits in new[] { new SearchLimits { MaxExpansions = 2 }, new SearchLimits { Time = TimeSpan.FromSeconds(3) } })
            {
                TopDocs part = searcher.Search(query, 5, new SearchOptions { TotalHitsThreshold = int.MaxValue, Limits = limits, Sort = sort });
                Assert.Equal(limits.Time is null ? PartialReason.Expansions : PartialReason.Time, part.Partial);
                Assert.False(part.TotalHits.IsExact);
                Assert.InRange(part.TotalHits.Value, 1, whole.TotalHits.Value - 1);
                TotalHits count = searcher.Count(query, limits);
                Assert.False(count.IsExact);
                // Counting may go another way through the documents, so time runs out elsewhere.
                Assert.InRange(count.Value, 1, whole.TotalHits.Value - 1);
                Assert.True(limits.Time is not null || count.Value == part.TotalHits.Value);
            }
        }
    }

    [Fact]
    public void A_query_with_too_many_clauses_is_refused_before_it_runs()
    {
        var searcher = new IndexSearcher(new RandomQueries(4).Index(30));
        Query term = new TermQuery(new Term("f", "w1"));
        Query pair = new DisjunctionMaxQuery([term, new BoostQuery(term, 2f)], 0f);
        var query = new BooleanQuery([new BooleanClause(pair, Occur.Must), new BooleanClause(new ConstantScoreQuery(pair), Occur.MustNot)]);
        searcher.Search(query, 1, new SearchOptions { Limits = new SearchLimits { MaxClauses = 4 } });
        searcher.Count(query, new SearchLimits { MaxClauses = 4 });
        var less = new SearchLimits { MaxClauses = 3 };
        Assert.Throws<TooManyClausesException>(() => searcher.Search(query, 1, new SearchOptions { Limits = less }));
        Assert.Throws<TooManyClausesException>(() => searcher.Count(query, less));
        Assert.Throws<TooManyClausesException>(() => searcher.Search(query, new HitList(), less));
    }

    [Fact]
    public void A_cancelled_search_throws_whatever_time_is_left()
    {
        var searcher = new IndexSearcher(new RandomQueries(5).Index(30));
        var cancelled = new CancellationToken(canceled: true);
        Assert.Throws<OperationCanceledException>(() => searcher.Count(new MatchAllQuery(), new SearchLimits { Time = TimeSpan.FromHours(1) }, cancelled));
    }

    [Fact]
    public void Limits_that_allow_nothing_cannot_be_stated()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchLimits { MaxClauses = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchLimits { MaxExpansions = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchLimits { Time = TimeSpan.FromTicks(-1) });
    }
}
