using Search.Engine.Automata;
using Search.Engine.Search.Queries;
using static Search.Engine.Search.Queries.Intervals;

namespace Search.Engine.Tests.Search.Proximity;

/// <summary>How sources are made and compared: docs/interval-semantics.md, "Construction".</summary>
public sealed class IntervalSourceTests
{
    private static readonly IntervalSource A = Term("a");
    private static readonly IntervalSource B = Term("b");
    private static readonly IntervalSource C = Term("c");
    private static readonly IntervalSource BorCD = Or(B, Phrase("c", "d"));

    // Left as Lucene printed it, but for the order of alternatives.
    public static TheoryData<string, IntervalSource> Printed => new()
    {
        { "a", Ordered(A) },
        { "a", Or(A, A) },
        { "or()", Or() },
        { "or(a,b,c)", Or(A, Or(B, C)) },
        { "or(a,or(b,c))", Or(A, OrTogether(B, C)) },
        { "ORDERED(a,b,c)", Ordered(A, Ordered(B, C)) },
        { "BLOCK(a,b,c)", Phrase(A, Phrase(B, C)) },
        { "UNORDERED(a,b,c)", Unordered(A, Unordered(B, C)) },
        { "ORDERED(a,ORDERED(b,b))", Ordered(A, Ordered(B, B)) },
        { "ORDERED(a,a,b,a)", Ordered(A, A, B, A) },
        { "UNORDERED(c,c,a,a,b)", Unordered(C, A, B, C, A) },
        { "ORDERED(a,a)", UnorderedNoOverlaps(A, A) },
        { "or(ORDERED(a,b),ORDERED(b,a))", UnorderedNoOverlaps(A, B) },
        { "or(BLOCK(a,b),BLOCK(a,c,d))", Phrase(A, BorCD) },
        { "BLOCK(a,or(b,BLOCK(c,d)))", Phrase(A, OrTogether(B, Phrase("c", "d"))) },
        { "or(BLOCK(a,or(b,c)),BLOCK(a,c,d))", Phrase(A, Or(B, C, Phrase("c", "d"))) },
        { "ORDERED(a,or(b,BLOCK(c,d)))", Ordered(A, BorCD) },
        { "or(MAXGAPS/1(ORDERED(a,b)),MAXGAPS/1(ORDERED(a,BLOCK(c,d))))", MaxGaps(1, Ordered(A, BorCD)) },
        { "MAXWIDTH/1(or(b,BLOCK(c,d)))", MaxWidth(1, BorCD) },
        { "or(CONTAINING(b,a),CONTAINING(BLOCK(c,d),a))", Containing(BorCD, A) },
        { "CONTAINING(a,or(b,BLOCK(c,d)))", Containing(A, BorCD) },
        { "or(NOT_CONTAINED_BY(a,b),NOT_CONTAINED_BY(a,BLOCK(c,d)))", NotContainedBy(A, BorCD) },
        { "OVERLAPPING(or(b,BLOCK(c,d)),a)", Overlapping(BorCD, A) },
        { "or(BLOCK(a,OVERLAPPING(b,a)),BLOCK(a,OVERLAPPING(BLOCK(c,d),a)))", Phrase(A, Overlapping(BorCD, A)) },
        { "NON_OVERLAPPING(a,EXTEND(b,2,2))", NotWithin(A, 2, B) },
        { "or(CONTAINED_BY(a,EXTEND(b,2,2)),CONTAINED_BY(a,EXTEND(BLOCK(c,d),2,2)))", Within(A, 2, BorCD) },
        { "CONTAINED_BY(a,EXTEND(PRECEDING(b),2147483647,0))", Before(A, B) },
        { "CONTAINED_BY(a,EXTEND(FOLLOWING(b),0,2147483647))", After(A, B) },
        { "ProxBoost(a,b,c~2)", AtLeast(2, A, B, C) },
        { "or(MAXGAPS/1(FIELD(g,b)),MAXGAPS/1(FIELD(g,BLOCK(c,d))))", MaxGaps(1, FixField("g", BorCD)) },
        { "MultiTerm(a*)", Prefix("a") },
        { "MultiTerm(a?b*)", Wildcard("a?b*") },
    };

    [Theory]
    [MemberData(nameof(Printed))]
    public void Sources_are_simplified_and_printed_like_Lucenes(string expected, IntervalSource source) => Assert.Equal(expected, source.ToString());

    [Fact]
    public void Sources_are_equal_by_what_they_are_made_of()
    {
        AssertEqual(Ordered(A, B), Ordered(Term("a"), Term("b")));
        AssertEqual(Or(A, B), Or(B, A));
        AssertEqual(Or(A, B), OrTogether(A, B));
        AssertEqual(Ordered(A, A), Unordered(A, A));
        AssertEqual(Wildcard("a*b"), Wildcard("a*b"));
        AssertEqual(Fuzzy("abc", 1), Fuzzy("abc", 1));
        AssertEqual(Within(A, 3, B), ContainedBy(A, Extend(B, 3, 3)));
        AssertEqual(FixField("g", AtLeast(1, A, B)), FixField("g", AtLeast(1, A, B)));
        IntervalSource[] different =
        [
            A, Ordered(A, B), Ordered(B, A), Unordered(A, B), Unordered(B, A), Phrase(A, B), Or(A, B), AtLeast(1, A, B), AtLeast(2, A, B), Ordered(A, A), Ordered(A, A, A),
            MaxGaps(1, A), MaxGaps(2, A), MaxWidth(1, A), Extend(A, 1, 0), Extend(A, 0, 1), Containing(A, B), NotContaining(A, B), ContainedBy(A, B), NotContainedBy(A, B),
            Overlapping(A, B), Overlapping(B, A), NonOverlapping(A, B), Before(A, B), After(A, B), FixField("g", A), FixField("h", A), Prefix("a"), Prefix("a", 3), Wildcard("a*"),
            Regexp("a.*"), Fuzzy("a"), Fuzzy("a", 1),
        ];
        Assert.Distinct(different);
    }

    [Fact]
    public void Queries_are_equal_by_field_source_and_scoring()
    {
        Query[] different =
        [
            new IntervalQuery("f", A), new IntervalQuery("g", A), new IntervalQuery("f", B), new IntervalQuery("f", A, 2f), new IntervalQuery("f", A, 1f, 1f), new IntervalQuery("f", A, 1f, 2f),
            new PhrasePrefixQuery("f", ["a", "b"]), new PhrasePrefixQuery("f", ["a"]), new PhrasePrefixQuery("f", ["a", "b"], 1), new PhrasePrefixQuery("f", ["a", "b"], 0, 3),
        ];
        Assert.Distinct(different);
        Assert.Equal(new IntervalQuery("f", A), new IntervalQuery("f", Term("a"), 1f));
        Assert.Equal(new PhrasePrefixQuery("f", ["a", "b"]).GetHashCode(), new PhrasePrefixQuery("f", ["a", "b"]).GetHashCode());
        Assert.Equal("f:\"a b*\"~2", new PhrasePrefixQuery("f", ["a", "b"], 2).ToString());
        Assert.Equal("ORDERED(a,b)", new IntervalQuery("f", Ordered(A, B)).ToString("f"));
    }

    [Fact]
    public void What_cannot_be_is_refused_when_it_is_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Ordered(Array.Empty<IntervalSource>()));
        Assert.Throws<ArgumentOutOfRangeException>(() => AtLeast(0, A));
        Assert.Throws<ArgumentOutOfRangeException>(() => AtLeast(2, A));
        Assert.Throws<ArgumentOutOfRangeException>(() => Extend(A, -1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Near(A, 0, B));
        Assert.Throws<ArgumentOutOfRangeException>(() => Prefix("a", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IntervalQuery("f", A, 0f));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IntervalQuery("f", A, 1f, float.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PhrasePrefixQuery("f", []));
        Assert.Throws<RegularExpressionException>(() => Regexp("("));
    }

    [Fact]
    public void Alternatives_that_multiply_beyond_the_limit_are_refused()
    {
        IntervalSource many = Or([.. Enumerable.Range(0, 40).Select(i => Phrase($"a{i}", $"b{i}"))]);
        Assert.Throws<TooManyClausesException>(() => Phrase(many, many));
    }

    private static void AssertEqual(IntervalSource one, IntervalSource other)
    {
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }
}
