using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Tests.Infrastructure;
using Search.Engine.Tests.Infrastructure.Requests;
using Search.Engine.Tests.Infrastructure.Memory;

namespace Search.Engine.Tests.Search;

public sealed class BooleanRewriterTests
{
    private static readonly IndexSearcher Searcher = new(MemoryIndex.OfTexts("a b c"));

    private static readonly TermQuery A = new(new Term("f", "a"));
    private static readonly TermQuery B = new(new Term("f", "b"));
    private static readonly TermQuery C = new(new Term("f", "c"));
    private static readonly MatchAllQuery All = new();

    [Fact]
    public void Golden_queries_are_rewritten_to_the_same_clauses() =>
        GoldenRows.Check(
            "queries-programmatic.json",
            "rewritten",
            [.. Golden.Rows("queries-programmatic.json").Where(row => row.TryGetProperty("rewritten", out _) && row.GetProperty("query").TryGetProperty("bool", out _))],
            row => row.GetProperty("query").GetRawText(),
            row => Assert.Equal(Words(row.GetProperty("rewritten").GetString()!), Words(Searcher.Rewrite(QueryForms.Parse(row.GetProperty("query"))).ToString())));

    [Fact]
    public void A_single_clause_is_the_query_itself()
    {
        AssertRewritten(A, Should(A));
        AssertRewritten(A, Must(A));
        AssertRewritten(new BoostQuery(new ConstantScoreQuery(A), 0f), Filter(A));
        AssertRewritten(new MatchNoneQuery(), MustNot(A));
        AssertRewritten(new MatchNoneQuery());
    }

    [Fact]
    public void A_clause_that_is_required_and_excluded_matches_nothing() => AssertRewritten(new MatchNoneQuery(), Must(A), MustNot(A), Should(B));

    [Fact]
    public void Excluding_everything_matches_nothing() => AssertRewritten(new MatchNoneQuery(), Should(A), MustNot(All));

    [Fact]
    public void A_filter_that_is_also_required_goes() => AssertRewritten(Of(Must(A), Must(B)), Must(A), Filter(A), Must(B), Filter(All));

    [Fact]
    public void An_optional_clause_that_is_also_a_filter_becomes_required() =>
        Assert.Equal(Of(1, Must(A), Should(B), Should(C)), Searcher.Rewrite(Of(2, Should(A), Filter(A), Should(B), Should(C))));

    [Fact]
    public void Equal_optional_clauses_become_one_with_the_sum_of_their_boosts() =>
        AssertRewritten(Of(Should(new BoostQuery(A, 3.5f)), Should(B)), Should(A), Should(B), Should(new BoostQuery(A, 2.5f)));

    [Fact]
    public void Equal_optional_clauses_stay_apart_when_several_must_match() =>
        Assert.Equal(Of(2, Should(A), Should(A), Should(B)), Searcher.Rewrite(Of(2, Should(A), Should(A), Should(B))));

    [Fact]
    public void Everything_with_filters_is_a_constant_score() => AssertRewritten(new ConstantScoreQuery(Of(Filter(A), Filter(B))), Must(All), Filter(A), Filter(B));

    [Fact]
    public void Everything_with_filters_matches_nothing_when_optional_clauses_are_asked_for_and_there_are_none()
    {
        var query = new BooleanQuery([Must(All), Filter(A)], minimumShouldMatch: 1);
        Assert.Equal(query, Searcher.Rewrite(query));
        Assert.Equal(0, Searcher.Count(query));
    }

    [Fact]
    public void A_disjunction_inside_a_disjunction_is_inlined() => AssertRewritten(Of(Should(A), Should(B), Should(C)), Should(Of(Should(A), Should(B))), Should(C));

    [Fact]
    public void Nested_boosts_are_multiplied()
    {
        Assert.Equal(new BoostQuery(A, 6f), Searcher.Rewrite(new BoostQuery(new BoostQuery(A, 2f), 3f)));
        Assert.Equal(A, Searcher.Rewrite(new BoostQuery(A, 1f)));
        Assert.Equal(new BoostQuery(new ConstantScoreQuery(A), 0f), Searcher.Rewrite(new BoostQuery(A, 0f)));
    }

    private static void AssertRewritten(Query expected, params BooleanClause[] clauses) => Assert.Equal(expected, Searcher.Rewrite(Of(clauses)));

    private static string[] Words(string text) => [.. text.Split(' ', '(', ')').Order(StringComparer.Ordinal)];

    private static BooleanQuery Of(params BooleanClause[] clauses) => new(clauses);

    private static BooleanQuery Of(int minimum, params BooleanClause[] clauses) => new(clauses, minimum);

    private static BooleanClause Should(Query query) => new(query, Occur.Should);

    private static BooleanClause Must(Query query) => new(query, Occur.Must);

    private static BooleanClause Filter(Query query) => new(query, Occur.Filter);

    private static BooleanClause MustNot(Query query) => new(query, Occur.MustNot);
}
