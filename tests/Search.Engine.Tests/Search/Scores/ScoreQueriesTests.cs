using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Values;
using Search.Engine.Tests.Infrastructure.Memory;

namespace Search.Engine.Tests.Search.Scores;

/// <summary>Printed forms, equality and limits of queries that score by values or look into columns; forms as Lucene printed them.</summary>
public sealed class ScoreQueriesTests
{
    private static readonly TermQuery A = new(new Term("f", "a"));
    private static readonly TermQuery B = new(new Term("f", "b"));
    private static readonly ValueSource N = ValueSource.Integers("n");

    public static TheoryData<Query, string> Printed => new()
    {
        { new FunctionScoreQuery(A, ValueSource.Doubles("x")), "FunctionScoreQuery(f:a, scored by double(x))" },
        { FunctionScoreQuery.BoostByValue(new BoostQuery(A, 2.5f), N), "FunctionScoreQuery((f:a)^2.5, scored by boost(double(n)))" },
        { FunctionScoreQuery.BoostByQuery(A, B, 0.3f), "FunctionScoreQuery(f:a, scored by boost(queryboost(score(f:b))^0.3))" },
        { new BoostingQuery(A, B, 0.3f), "FunctionScoreQuery(f:a, scored by boost(queryboost(score(f:b))^0.3))" },
        { new CoveringQuery([A, B], N), "CoveringQuery(queries=[f:a, f:b], minimumNumberMatch=long(n))" },
        { CoveringQuery.OfTerms("f", ["a", "a"], ValueSource.Constant(-5)), "CoveringQuery(queries=[f:a], minimumNumberMatch=constant(-5))" },
        { new CoveringQuery([A], ValueSource.Doubles("x")), "CoveringQuery(queries=[f:a], minimumNumberMatch=long(double(x)))" },
        { new ColumnRangeQuery("n", 1, 3), "n:[1 TO 3]" },
        { new ColumnRangeQuery("n", long.MinValue, long.MaxValue), "n:[-9223372036854775808 TO 9223372036854775807]" },
        { new ColumnNumbersQuery("n", 3, 1, 99, 2), "n: [1, 2, 3, 99]" },
        { new ColumnTermsQuery("k", "k3", "k1", "zz"), "k:k1 k:k3 k:zz" },
        { new ColumnTextRangeQuery("k", "k1", "k3", true, false), "k:[[6b 31] TO [6b 33]}" },
        { new ColumnTextRangeQuery("k", null, "k3", true, false), "k:{* TO [6b 33]}" },
        { PointSetQuery.Int64("p", 3, 1, 99, 3), "p:{1 3 99}" },
        { PointSetQuery.Int32("p"), "p:{}" },
        { PointSetQuery.Double("q", 3.5, double.NaN, -0.0, 0.0), "q:{-0.0 0.0 3.5 NaN}" },
        { PointSetQuery.Single("q", 3.5f, 1e10f), "q:{3.5 1.0E10}" },
        { PointRangeQuery.Int64("q", [1, 2], [3, 4]), "q:[1 TO 3],[2 TO 4]" },
        { PointRangeQuery.Single("q", 1.5f, 2f), "q:[1.5 TO 2.0]" },
    };

    [Theory]
    [MemberData(nameof(Printed))]
    public void Queries_print_like_Lucene(Query query, string printed) => Assert.Equal(printed, query.ToString());

    [Fact]
    public void Equality_is_by_value()
    {
        Func<Query>[] makers =
        [
            () => new FunctionScoreQuery(A, N), () => new FunctionScoreQuery(B, N), () => new FunctionScoreQuery(A, ValueSource.Score),
            () => FunctionScoreQuery.BoostByValue(A, N), () => FunctionScoreQuery.BoostByQuery(A, B, 0.5f), () => new BoostingQuery(A, B, 0.5f),
            () => new BoostingQuery(A, B, 0.25f), () => new BoostingQuery(B, A, 0.5f), () => new CoveringQuery([A, B], N),
            () => new CoveringQuery([A, A], N), () => new CoveringQuery([A, B], ValueSource.Constant(1)), () => new ColumnRangeQuery("n", 1, 2),
            () => new ColumnRangeQuery("n", 1, 3), () => new ColumnRangeQuery("m", 1, 2), () => new ColumnNumbersQuery("n", 1, 2),
            () => new ColumnNumbersQuery("n", 1), () => new ColumnTermsQuery("k", "a"), () => new ColumnTermsQuery("k", "a", "b"),
            () => new ColumnTextRangeQuery("k", "a", "b", true, true), () => new ColumnTextRangeQuery("k", "a", "b", true, false),
            () => PointSetQuery.Int32("p", 1, 2), () => PointSetQuery.Int64("p", 1, 2), () => PointSetQuery.Int32("p", 1),
        ];
        for (var i = 0; i < makers.Length; i++)
        {
            for (var j = 0; j < makers.Length; j++)
                Assert.True(makers[i]().Equals(makers[j]()) == (i == j), $"{makers[i]()} and {makers[j]()}");
            Assert.Equal(makers[i]().GetHashCode(), makers[i]().GetHashCode());
        }
        Assert.Equal(new CoveringQuery([B, A], N), new CoveringQuery([A, B], N));
        Assert.Equal(PointSetQuery.Int32("p", 2, 1, 2), PointSetQuery.Int32("p", 1, 2));
    }

    [Fact]
    public void Arguments_that_make_no_sense_are_refused()
    {
        Assert.All([-0.1f, 1.5f, float.NaN], boost => Assert.Throws<ArgumentOutOfRangeException>(() => new BoostingQuery(A, B, boost)));
        Assert.Throws<ArgumentException>(() => new CoveringQuery([A], ValueSource.Score));
        Assert.Throws<TooManyClausesException>(() => new CoveringQuery([.. Enumerable.Repeat(A, BooleanQuery.MaxClauseCount + 1)], N));
        Assert.Throws<ArgumentException>(() => PointRangeQuery.Int32("p", [1, 2], [3]));
    }

    [Fact]
    public void Queries_inside_values_count_for_the_limit_of_clauses()
    {
        var searcher = new IndexSearcher(MemoryIndex.OfTexts("a b"));
        var two = new BooleanQuery([new(A, Occur.Should), new(B, Occur.Should)]);
        var limits = new SearchOptions { Limits = new SearchLimits { MaxClauses = 3 } };
        Query[] queries =
        [
            new FunctionScoreQuery(two, ValueSource.Sum(ValueSource.ScoreOf(two).Log1P().OrElse(1), N)),
            new BoostingQuery(two, two, 0.5f),
            new CoveringQuery([two, two], N),
            new CombinedFieldsQuery([("f", 1f), ("g", 1f)], "a", "b"),
        ];
        Assert.All(queries, query => Assert.Throws<TooManyClausesException>(() => searcher.Search(query, 1, limits)));
        Assert.Single(searcher.Search(new FunctionScoreQuery(two, ValueSource.ScoreOf(A)), 1, limits).ScoreDocs);
    }

    [Fact]
    public void A_value_that_is_negative_missing_or_no_number_scores_nothing()
    {
        var searcher = new IndexSearcher(MemoryIndex.OfTexts("a", "b"));
        Assert.All([-1, double.NaN, double.NegativeInfinity, 0], value =>
            Assert.Equal(0f, searcher.Search(new FunctionScoreQuery(A, ValueSource.Constant(value)), 1).ScoreDocs[0].Score));
        Assert.Equal(0f, searcher.Search(new FunctionScoreQuery(A, N), 1).ScoreDocs[0].Score);
        Assert.Equal(0.75f, searcher.Search(new BoostQuery(new FunctionScoreQuery(A, ValueSource.Constant(0.25)), 3f), 1).ScoreDocs[0].Score);
        Assert.Equal(
            searcher.Search(A, 1).ScoreDocs[0].Score, searcher.Search(FunctionScoreQuery.BoostByValue(A, N), 1).ScoreDocs[0].Score);
    }

    [Fact]
    public void Sets_of_points_of_another_width_are_refused_in_a_search()
    {
        using IndexReader reader = FamilyIndex.Write(20, seed: 1);
        Assert.Throws<InvalidOperationException>(() => new IndexSearcher(reader).Count(PointSetQuery.Int32("n", 1)));
    }
}
