using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Search;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Tests.Infrastructure.Memory;
using static Search.Engine.Search.Queries.Intervals;

namespace Search.Engine.Tests.Search.Proximity;

/// <summary>Interval queries as a caller meets them.</summary>
public sealed class IntervalQueryTests
{
    [Theory]
    [InlineData("a b", true, true)]
    [InlineData("a x b", true, true)]
    [InlineData("a x x b", true, true)]
    [InlineData("a x x x b", false, false)]
    [InlineData("b a", true, false)]
    [InlineData("b x x a", true, false)]
    [InlineData("b x x x a", false, false)]
    [InlineData("a", false, false)]
    [InlineData("a x x x x b x x a", true, false)]
    [InlineData("a a x x x b", false, false)]
    public void Near_takes_either_order_and_pre_the_given_one_within_the_distance(string text, bool near, bool pre)
    {
        Assert.Equal(near, Matches(Near(Term("a"), 3, Term("b")), text));
        Assert.Equal(pre, Matches(Pre(Term("a"), 3, Term("b")), text));
    }

    [Theory]
    [InlineData("new york x x visit", true)]
    [InlineData("new york x x x visit", false)]
    [InlineData("trip to york", true)]
    [InlineData("new x york", false)]
    [InlineData("visits paris", true)]
    [InlineData("visitor x x new york", true)]
    public void Near_counts_from_the_end_of_one_to_the_start_of_the_other_whatever_they_are(string text, bool expected) => Assert.Equal(
        expected,
        Matches(Near(Or(Prefix("visit"), Term("trip")), 3, Or(Phrase("new", "york"), Term("york"), Term("paris"))), text));

    [Fact]
    public void Gaps_inside_of_what_is_near_do_not_count()
    {
        Assert.True(Matches(Pre(Ordered(Term("a"), Term("b")), 1, Term("c")), "a x x b c"));
        Assert.False(Matches(Pre(Ordered(Term("a"), Term("b")), 1, Term("c")), "a b x c"));
        Assert.True(Matches(Near(Ordered(Term("a"), Term("a")), 1, Term("c")), "c a x x a"));
        Assert.False(Matches(Near(Ordered(Term("a"), Term("a")), 1, Term("c")), "c x a a"));
        Assert.True(Matches(Near(Term("a"), 2, Near(Term("b"), 4, Term("c"))), "b x x x c a"));
        Assert.True(Matches(Near(Term("a"), 1, Term("a")), "x a a"));
        Assert.False(Matches(Near(Term("a"), 1, Term("a")), "a x a"));
    }

    [Theory]
    [InlineData("john doe", true)]
    [InlineData("johnny doe", true)]
    [InlineData("jane doe", false)]
    [InlineData("john x doe", false)]
    public void Patterns_stand_in_phrases(string text, bool expected)
    {
        Assert.Equal(expected, Matches(Phrase(Prefix("joh"), Term("doe")), text));
        Assert.Equal(expected, Matches(Phrase(Wildcard("j?h*"), Wildcard("d*e")), text));
        Assert.Equal(expected, Matches(Phrase(Regexp("joh.*"), Term("doe")), text));
        Assert.Equal(expected, Matches(Phrase(Or(Fuzzy("jhon", 1), Term("johnny")), Fuzzy("deo", 1)), text));
    }

    [Fact]
    public void Only_the_words_that_took_part_are_reported()
    {
        (string, string)[] cases =
        [
            ("a x b a", "[a] x [b] [a]"),
            ("a x x b x x a b", "[a] x x [b] x x [a b]"),
            ("c d", "c d"),
        ];
        IntervalSource source = Or(Phrase("a", "b"), Unordered(Term("a"), Term("b")));
        foreach ((string text, string expected) in cases)
            Assert.Equal(expected, Marked(source, text));
        Assert.Equal("[a] x [b] x a", Marked(Ordered(Term("a"), Term("b")), "a x b x a"));
        Assert.Equal("[a b] x [c]", Marked(Pre(Phrase("a", "b"), 4, Term("c")), "a b x c"));
        Assert.Equal("a x [a] [c] x a", Marked(Within(Term("a"), 1, Term("c")), "a x a c x a"));
        Assert.Equal("[a] x c a", Marked(NotWithin(Term("a"), 1, Term("c")), "a x c a"));
        Assert.Equal("[a] x [b]", Marked(Phrase(Extend(Term("a"), 0, 1), Term("b")), "a x b"));
    }

    [Fact]
    public void Words_in_a_field_of_their_own_are_reported_there()
    {
        Document document = [Field.CreateText("f", "a b c"), Field.CreateText("g", "x y z")];
        var searcher = new IndexSearcher(MemoryIndex.Build(new WhitespaceAnalyzer(), [document]));
        var query = new IntervalQuery("f", Ordered(Term("a"), FixField("g", Term("y")), Term("c")));
        Assert.Equal([("f", 0), ("g", 1), ("f", 2)], searcher.Matches(query, 0).Select(match => (match.Field, match.StartPosition)));
        Assert.Equal([("g", 1)], searcher.Matches(query, 0, "g").Select(match => (match.Field, match.StartPosition)));
        Assert.Empty(searcher.Matches(new IntervalQuery("f", Ordered(FixField("g", Term("y")), Term("a"))), 0));
    }

    [Fact]
    public void Too_many_terms_make_the_result_a_part_and_no_exception()
    {
        var searcher = new IndexSearcher(MemoryIndex.OfTexts("t1 x", "t2 x", "t3 x", "t4 y"));
        AssertPart([0, 1], PartialReason.Expansions, searcher.Search(new IntervalQuery("f", Phrase(Prefix("t", 2), Term("x"))), 10));
        AssertPart([0, 1, 2], PartialReason.None, searcher.Search(new IntervalQuery("f", Phrase(Prefix("t", 4), Term("x"))), 10));
        var one = new SearchOptions { Limits = new SearchLimits { MaxExpansions = 1 } };
        AssertPart([0], PartialReason.Expansions, searcher.Search(new IntervalQuery("f", Phrase(Prefix("t", 4), Term("x"))), 10, one));
    }

    [Fact]
    public void Too_many_terms_of_what_is_excluded_find_nothing_rather_than_too_much()
    {
        var searcher = new IndexSearcher(MemoryIndex.OfTexts("t1 x", "t2 x", "t3 x", "x"));
        AssertPart([], PartialReason.Expansions, searcher.Search(new IntervalQuery("f", NotWithin(Term("x"), 1, Prefix("t", 2))), 10));
        AssertPart([3], PartialReason.None, searcher.Search(new IntervalQuery("f", NotWithin(Term("x"), 1, Prefix("t", 3))), 10));
    }

    [Fact]
    public void A_search_refuses_more_words_than_its_limits_allow()
    {
        var searcher = new IndexSearcher(MemoryIndex.OfTexts("a b c"));
        var query = new IntervalQuery("f", Ordered(Term("a"), Or(Term("b"), Prefix("b")), Term("c")));
        SearchOptions Most(int clauses) => new() { Limits = new SearchLimits { MaxClauses = clauses } };
        Assert.Single(searcher.Search(query, 1, Most(4)).ScoreDocs);
        Assert.Throws<TooManyClausesException>(() => searcher.Search(query, 1, Most(3)));
    }

    [Fact]
    public void A_field_without_positions_is_refused()
    {
        Document document = [Field.CreateKeyword("k", "a")];
        var searcher = new IndexSearcher(MemoryIndex.Build(new WhitespaceAnalyzer(), [document]));
        Assert.Throws<InvalidOperationException>(() => searcher.Search(new IntervalQuery("k", Term("a")), 1));
        Assert.Empty(searcher.Search(new IntervalQuery("absent", Term("a")), 1).ScoreDocs);
    }

    [Fact]
    public void An_explanation_lists_the_intervals()
    {
        var searcher = new IndexSearcher(MemoryIndex.OfTexts("a x b a b"));
        var query = new BoostQuery(new IntervalQuery("f", Ordered(Term("a"), Term("b"))), 3f);
        Explanation explanation = searcher.Explain(query, 0);
        Assert.Equal(searcher.Search(query, 1).ScoreDocs[0].Score, explanation.Value);
        Assert.Equal(["interval from position 0 to 2", "interval from position 3 to 4"], explanation.Details[2].Details.Select(detail => detail.Description));
        Assert.False(searcher.Explain(new IntervalQuery("f", Term("c")), 0).IsMatch);
    }

    private static void AssertPart(int[] docs, PartialReason reason, TopDocs hits)
    {
        Assert.Equal(docs, hits.ScoreDocs.Select(hit => hit.Doc));
        Assert.Equal(reason, hits.Partial);
    }

    private static bool Matches(IntervalSource source, string text) =>
        new IndexSearcher(MemoryIndex.OfTexts(text)).Count(new IntervalQuery("f", source)) == 1;

    // The text with brackets around what is reported.
    private static string Marked(IntervalSource source, string text)
    {
        IReadOnlyList<MatchInterval> matches = new IndexSearcher(MemoryIndex.OfTexts(text)).Matches(new IntervalQuery("f", source), 0);
        string[] words = text.Split(' ');
        foreach ((int start, int end) in matches.Select(match => (match.StartPosition, match.EndPosition)).Where(place => !matches.Any(other => IsInside(place, other))))
        {
            words[start] = "[" + words[start];
            words[end] += "]";
        }
        return string.Join(' ', words);
    }

    private static bool IsInside((int Start, int End) place, MatchInterval other) =>
        other.StartPosition <= place.Start && other.EndPosition >= place.End && (other.StartPosition, other.EndPosition) != place;
}
