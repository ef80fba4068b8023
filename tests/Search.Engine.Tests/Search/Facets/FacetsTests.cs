using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Collectors;
using Search.Engine.Search.Facets;
using Search.Engine.Search.Queries;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Search.Facets;

/// <summary>Counts over all hits against counting in plain words; several segments, deletions, several collectors in one pass.</summary>
public sealed class FacetsTests
{
    private const int Documents = 3000;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 6)]
    public void Strings_are_counted_over_all_hits(int seed, int segments)
    {
        using var corpus = new ColumnCorpus(seed, Documents, segments);
        var searcher = new IndexSearcher(corpus.Reader);
        foreach (string word in new[] { "a", "b", "absent" })
        {
            var single = new TextFacets(searcher, "s");
            var several = new TextFacets(searcher, "ss");
            searcher.Search(new TermQuery(new Term("f", word)), new MultiCollector(single, several));
            ColumnDoc[] hits = [.. corpus.Docs.Where(doc => doc.Has(word))];
            Check(hits, doc => doc.Label is { } label ? [label] : [], single);
            Check(hits, doc => doc.Labels, several);
        }
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 5)]
    public void Integers_are_counted_once_a_hit(int seed, int segments)
    {
        using var corpus = new ColumnCorpus(seed, Documents, segments);
        var searcher = new IndexSearcher(corpus.Reader);
        var single = new NumberFacets("n");
        var several = new NumberFacets("ns");
        searcher.Search(new TermQuery(new Term("f", "c")), new MultiCollector(single, several));
        ColumnDoc[] hits = [.. corpus.Docs.Where(doc => doc.Has("c"))];
        Check(hits, doc => doc.Number is { } number ? [number] : [], single);
        Check(hits, doc => [.. doc.Numbers.Distinct()], several);
    }

    [Theory]
    [InlineData(5)]
    public void Ranges_hold_the_hits_that_have_a_number_in_them(int seed)
    {
        using var corpus = new ColumnCorpus(seed, Documents, 3);
        var searcher = new IndexSearcher(corpus.Reader);
        (long From, long To)[] integers = [(-10, 10), (0, 0), (long.MinValue, long.MaxValue), (5, 4), (5, 100), (long.MinValue, -11), (11, long.MaxValue)];
        (double From, double To)[] floats = [(-1, 1), (0.25, 3), (double.NegativeInfinity, -2), (1.0000001, 9), (-0.0, 0.0)];
        NumberRange[] integerRanges = [.. integers.Select(range => NumberRange.OfIntegers($"{range}", range.From, range.To))];
        NumberRange[] floatRanges = [.. floats.SelectMany(range => Bounds.Select(bound => NumberRange.OfFloats($"{range} {bound}", range.From, range.To, bound.Lower, bound.Upper)))];
        var collectors = new[]
        {
            new RangeFacets("n", integerRanges),
            new RangeFacets("ns", integerRanges),
            new RangeFacets("x", floatRanges, NumberKind.Single),
            new RangeFacets("xs", floatRanges, NumberKind.Single),
            new RangeFacets("d", floatRanges, NumberKind.Double),
            new RangeFacets("ds", floatRanges, NumberKind.Double),
        };
        searcher.Search(new TermQuery(new Term("f", "d")), new MultiCollector(collectors));
        ColumnDoc[] hits = [.. corpus.Docs.Where(doc => doc.Has("d"))];
        Assert.Equal(integers.Select(range => Count(hits, doc => doc.Number is { } number && number >= range.From && number <= range.To)), Numbers(collectors[0]));
        Assert.Equal(integers.Select(range => Count(hits, doc => doc.Numbers.Any(number => number >= range.From && number <= range.To))), Numbers(collectors[1]));
        CheckFloats(doc => doc.Single is { } single ? [single] : [], collectors[2]);
        CheckFloats(doc => doc.Singles.Select(value => (double)value), collectors[3]);
        CheckFloats(doc => doc.Double is { } real ? [real] : [], collectors[4]);
        CheckFloats(doc => doc.Doubles, collectors[5]);

        void CheckFloats(Func<ColumnDoc, IEnumerable<double>> values, RangeFacets actual) =>
            Assert.Equal(
                floats.SelectMany(range => Bounds.Select(bound => Count(hits, doc => values(doc).Any(value => IsInside(value, range, bound))))),
                Numbers(actual));
    }

    [Fact]
    public void Statistics_cover_every_number_of_the_hits()
    {
        using var corpus = new ColumnCorpus(6, Documents, 4);
        var searcher = new IndexSearcher(corpus.Reader);
        var integers = new ColumnStatistics("ns");
        var floats = new ColumnStatistics("d", NumberKind.Double);
        var none = new ColumnStatistics("nowhere");
        searcher.Search(new TermQuery(new Term("f", "e")), new MultiCollector(integers, floats, none));
        ColumnDoc[] hits = [.. corpus.Docs.Where(doc => doc.Has("e"))];
        long[] numbers = [.. hits.SelectMany(doc => doc.Numbers)];
        Assert.Equal((numbers.Length, numbers.Min(), numbers.Max(), numbers.Sum(), (double)numbers.Sum() / numbers.Length),
            (integers.Count, integers.Min, integers.Max, integers.Sum, integers.Average));
        Assert.Equal(hits.Count(doc => doc.Numbers.Length > 0), integers.WithValue);
        Assert.Equal((double.NegativeInfinity, double.NaN), (floats.Min, floats.Max));
        Assert.Equal((0L, null, null, 0.0, null), (none.Count, none.Min, none.Max, none.Sum, none.Average));
    }

    [Fact]
    public void Columns_of_another_type_are_refused()
    {
        using var corpus = new ColumnCorpus(7, 30, 1);
        var searcher = new IndexSearcher(corpus.Reader);
        Assert.Throws<InvalidOperationException>(() => new TextFacets(searcher, "n"));
        Assert.Throws<InvalidOperationException>(() => searcher.Search(new MatchAllQuery(), new NumberFacets("s")));
        Assert.Throws<ArgumentException>(() => new RangeFacets("n", [NumberRange.OfFloats("", 0, 1)]));
    }

    private static readonly (bool Lower, bool Upper)[] Bounds = [(true, false), (false, true), (true, true), (false, false)];

    // Minus zero is less than zero, as Lucene's doubles are compared.
    private static bool IsInside(double value, (double From, double To) range, (bool Lower, bool Upper) bound)
    {
        if (double.IsNaN(value))
            return false;
        int lower = value.CompareTo(range.From) is var order && order != 0 ? order : double.IsNegative(range.From).CompareTo(double.IsNegative(value));
        int upper = value.CompareTo(range.To) is var other && other != 0 ? other : double.IsNegative(range.To).CompareTo(double.IsNegative(value));
        return (bound.Lower ? lower >= 0 : lower > 0) && (bound.Upper ? upper <= 0 : upper < 0);
    }

    private static long Count(ColumnDoc[] hits, Func<ColumnDoc, bool> fits) => hits.Count(fits);

    private static IEnumerable<long> Numbers(RangeFacets facets) => facets.Counts().Select(entry => entry.Count);

    private static void Check(ColumnDoc[] hits, Func<ColumnDoc, string[]> values, TextFacets actual)
    {
        FacetCount[] expected = [.. hits.SelectMany(values).GroupBy(value => value).Select(group => new FacetCount(group.Key, group.Count()))];
        FacetCount[] top = [.. expected.OrderByDescending(entry => entry.Count).ThenBy(entry => entry.Value, StringComparer.Ordinal)];
        Assert.Equal(expected.OrderBy(entry => entry.Value, StringComparer.Ordinal), actual.All());
        foreach (int most in new[] { 0, 1, 5, int.MaxValue })
            Assert.Equal(top.Take(most), actual.Top(most));
        Assert.All(expected, entry => Assert.Equal(entry.Count, actual.CountOf(entry.Value)));
        Assert.Equal(0, actual.CountOf("absent"));
        Assert.Equal((expected.Length, hits.Count(doc => values(doc).Length > 0)), (actual.DistinctCount, (int)actual.WithValue));
    }

    private static void Check(ColumnDoc[] hits, Func<ColumnDoc, long[]> values, NumberFacets actual)
    {
        NumberCount[] expected = [.. hits.SelectMany(values).GroupBy(value => value).Select(group => new NumberCount(group.Key, group.Count())).OrderBy(entry => entry.Value)];
        Assert.Equal(expected, actual.All());
        Assert.Equal(expected.OrderByDescending(entry => entry.Count).Take(4), actual.Top(4));
        Assert.All(expected, entry => Assert.Equal(entry.Count, actual.CountOf(entry.Value)));
        Assert.Equal((expected.Length, hits.Count(doc => values(doc).Length > 0)), (actual.DistinctCount, (int)actual.WithValue));
    }
}
