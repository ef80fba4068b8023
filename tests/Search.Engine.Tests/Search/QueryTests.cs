using System.Text;
using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Tests.Search;

public sealed class QueryTests
{
    private static readonly TermQuery A = new(new Term("f", "a"));
    private static readonly TermQuery B = new(new Term("g", "b"));

    [Fact]
    public void The_default_field_is_not_printed()
    {
        var query = new BooleanQuery([new(A, Occur.Must), new(B, Occur.MustNot), new(new PhraseQuery("f", 2, "x", "y"), Occur.Should)]);
        Assert.Equal("+a -g:b \"x y\"~2", query.ToString("f"));
        Assert.Equal("+f:a -g:b f:\"x y\"~2", query.ToString());
    }

    [Theory]
    [InlineData(1f, "1.0")]
    [InlineData(0.1f, "0.1")]
    [InlineData(1e-4f, "1.0E-4")]
    [InlineData(1.5e10f, "1.5E10")]
    [InlineData(9999999f, "9999999.0")]
    [InlineData(1e7f, "1.0E7")]
    [InlineData(0.001f, "0.001")]
    [InlineData(3.4028235e38f, "3.4028235E38")]
    public void Boosts_are_printed_like_Java_prints_floats(float boost, string printed) =>
        Assert.Equal($"(f:a)^{printed}", new BoostQuery(A, boost).ToString());

    [Fact]
    public void Equality_is_by_value_and_kind()
    {
        Assert.Equal(new TermQuery(new Term("f", "a")), A);
        Assert.NotEqual<Query>(new PrefixQuery(new Term("f", "a")), new WildcardQuery(new Term("f", "a")));
        Assert.NotEqual<Query>(new ConstantScoreQuery(A), A);
        Assert.Equal(new PhraseQuery("f", 0, "x", "y"), new PhraseQuery("f", [(new Term("f", "x"), 0), (new Term("f", "y"), 1)]));
        Assert.NotEqual(new PhraseQuery("f", 0, "x", "y"), new PhraseQuery("f", 1, "x", "y"));
        Assert.Equal(new MatchNoneQuery("one reason"), new MatchNoneQuery("another"));
        Assert.Equal(PointRangeQuery.Int32("n", 1, 2).GetHashCode(), PointRangeQuery.Int32("n", 1, 2).GetHashCode());
        Assert.NotEqual(PointRangeQuery.Int32("n", 1, 2), PointRangeQuery.Int64("n", 1, 2));
    }

    [Fact]
    public void The_order_of_clauses_does_not_count_but_their_number_does()
    {
        var one = new BooleanQuery([new(A, Occur.Should), new(B, Occur.Should)]);
        var other = new BooleanQuery([new(B, Occur.Should), new(A, Occur.Should)]);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, new BooleanQuery([new(A, Occur.Should), new(A, Occur.Should)]));
        Assert.NotEqual(one, new BooleanQuery([new(A, Occur.Should), new(B, Occur.Must)]));
        Assert.NotEqual(one, new BooleanQuery([new(A, Occur.Should), new(B, Occur.Should)], 1));
    }

    [Fact]
    public void More_clauses_than_the_limit_are_refused()
    {
        BooleanClause[] clauses = [.. Enumerable.Repeat(new BooleanClause(A, Occur.Should), BooleanQuery.MaxClauseCount + 1)];
        Assert.Throws<TooManyClausesException>(() => new BooleanQuery(clauses));
        Assert.Equal(BooleanQuery.MaxClauseCount, new BooleanQuery(clauses[1..]).Clauses.Count);
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BoostQuery(A, -1f));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BoostQuery(A, float.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DisjunctionMaxQuery([A], 1.5f));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SynonymQuery("f", [(A.Term, 0f)]));
        Assert.Throws<ArgumentException>(() => new PhraseQuery("f", [(B.Term, 0)]));
        Assert.Throws<ArgumentException>(() => new PhraseQuery("f", [(A.Term, 1), (A.Term, 0)]));
        Assert.Throws<ArgumentException>(() => new MultiPhraseQuery("f", [([], 0)]));
        Assert.Throws<ArgumentException>(() => PointRangeQuery.Packed("f", new byte[4], new byte[8], 4));
        Assert.Throws<ArgumentNullException>(() => new TermQuery(null!));
    }

    [Fact]
    public void A_set_of_terms_keeps_each_once_and_in_order() =>
        Assert.Equal("f:(a b c)", new TermInSetQuery("f", "c", "a", "b", "a").ToString());

    [Fact]
    public void A_phrase_with_an_absurd_gap_is_printed_all_the_same() =>
        Assert.InRange(new PhraseQuery("f", [(A.Term, 0), (A.Term, int.MaxValue)]).ToString().Length, 10, 1000);

    [Fact]
    public void Terms_that_are_not_text_can_be_printed() =>
        Assert.Equal("f:\ufffd", new TermQuery(new Term("f", Encoding.Latin1.GetBytes("\u00ff"))).ToString());
}
