using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Facets;
using Search.Engine.Search.Queries;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Search.Facets;

/// <summary>One pass over hits and near misses against one search for each dimension.</summary>
public sealed class DrillSidewaysTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    public void Each_dimension_is_counted_as_if_nothing_were_chosen_in_it(int seed, int segments)
    {
        using var corpus = new ColumnCorpus(seed, 9000, segments);
        var searcher = new IndexSearcher(corpus.Reader);
        var random = new Random(seed);
        for (var i = 0; i < 60; i++)
        {
            Query query = random.Next(3) == 0 ? new MatchAllQuery() : Word(random);
            Query[] filters = [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => Filter(random))];
            DrillDimension[] dimensions = [.. filters.Select(filter => new DrillDimension(filter, new HitList(needsScores: false)))];
            var hits = new HitList();
            Assert.Equal(PartialReason.None, searcher.DrillSideways(query, dimensions, hits));
            Assert.Equal(Found(searcher, query, filters, needsScores: true), hits.Hits);
            for (var own = 0; own < filters.Length; own++)
            {
                Query[] others = [.. filters.Where((_, other) => other != own)];
                Assert.Equal(
                    Found(searcher, query, others, needsScores: false).Select(hit => hit.Doc),
                    ((HitList)dimensions[own].Counts).Hits.Select(hit => hit.Doc));
            }
        }
    }

    [Fact]
    public void Out_of_time_the_collectors_have_the_first_documents()
    {
        using var corpus = new ColumnCorpus(3, 9000, 2);
        var searcher = new IndexSearcher(corpus.Reader) { Clock = new SteppingClock() };
        var filter = new TermQuery(new Term("f", "a"));
        List<(int, uint)> all = Found(searcher, new MatchAllQuery(), [filter], needsScores: true);
        var cut = false;
        for (var seconds = 0; seconds < 12; seconds++)
        {
            var hits = new HitList();
            var limits = new SearchLimits { Time = TimeSpan.FromSeconds(seconds) };
            PartialReason partial = searcher.DrillSideways(new MatchAllQuery(), [new DrillDimension(filter, new HitList())], hits, limits);
            Assert.Equal(all.Take(hits.Hits.Count), hits.Hits);
            Assert.True(partial == PartialReason.Time || hits.Hits.Count == all.Count);
            cut |= hits.Hits.Count > 0 && hits.Hits.Count < all.Count;
        }
        Assert.True(cut);
    }

    [Fact]
    public void Clauses_of_filters_count_among_those_of_the_query()
    {
        using var corpus = new ColumnCorpus(4, 20, 1);
        var searcher = new IndexSearcher(corpus.Reader);
        var word = new TermQuery(new Term("f", "a"));
        Assert.Throws<TooManyClausesException>(() =>
            searcher.DrillSideways(word, [new DrillDimension(word, new HitList())], new HitList(), new SearchLimits { MaxClauses = 1 }));
    }

    private static List<(int Doc, uint Score)> Found(IndexSearcher searcher, Query query, Query[] filters, bool needsScores)
    {
        var found = new HitList(needsScores);
        searcher.Search(new BooleanQuery([new BooleanClause(query, Occur.Must), .. filters.Select(filter => new BooleanClause(filter, Occur.Filter))]), found);
        return found.Hits;
    }

    private static TermQuery Word(Random random) => new(new Term("f", $"{(char)('a' + random.Next(6))}"));

    private static Query Filter(Random random) => random.Next(5) switch
    {
        0 => new PhraseQuery("f", 0, "a", "b"),
        1 => new BooleanQuery([new BooleanClause(Word(random), Occur.Should), new BooleanClause(Word(random), Occur.Should)]),
        2 => new BooleanQuery([new BooleanClause(new MatchAllQuery(), Occur.Must), new BooleanClause(Word(random), Occur.MustNot)]),
        _ => Word(random),
    };
}
