using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Engine.Indexing.Merging;
using Search.Engine.Search;
using Search.Engine.Search.Collectors;
using Search.Engine.Search.Facets;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Search.Facets;

public sealed class HistogramTests
{
    private static readonly DateTime Epoch = DateTime.UnixEpoch;

    [Fact]
    public void Months_and_years_start_where_the_calendar_says()
    {
        var random = new Random(1);
        foreach ((TimeScale scale, long ticks) in new[] { (TimeScale.Days, TimeSpan.TicksPerDay), (TimeScale.Seconds, TimeSpan.TicksPerSecond), (TimeScale.Milliseconds, TimeSpan.TicksPerMillisecond) })
        {
            for (var i = 0; i < 2000; i++)
            {
                var time = new DateTime(random.NextInt64(DateTime.MaxValue.Ticks), DateTimeKind.Utc);
                long value = (long)Math.Floor((double)((Int128)(time - Epoch).Ticks / ticks));
                time = Epoch.AddTicks(value * ticks);
                Assert.Equal((new DateTime(time.Year, time.Month, 1) - Epoch).Ticks / ticks, HistogramInterval.Month(scale).StartOf(value));
                Assert.Equal((new DateTime(time.Year, 1, 1) - Epoch).Ticks / ticks, HistogramInterval.Year(scale).StartOf(value));
            }
        }
    }

    [Fact]
    public void Buckets_of_any_integer_begin_at_or_before_it_and_are_at_most_as_wide_as_asked()
    {
        var random = new Random(2);
        long[] edges = [long.MinValue, long.MinValue + 1, -1, 0, 1, long.MaxValue - 1, long.MaxValue];
        foreach (long value in edges.Concat(Enumerable.Range(0, 1000).Select(_ => random.NextInt64(long.MinValue, long.MaxValue))))
        {
            foreach (long width in new[] { 1, 7, 1000, long.MaxValue })
            {
                foreach (long origin in new[] { 0, 3, long.MinValue, long.MaxValue })
                {
                    long start = HistogramInterval.Fixed(width, origin).StartOf(value);
                    Assert.True(start <= value && (Int128)value - start < width);
                    Assert.True(start == long.MinValue || ((Int128)start - origin) % width == 0);
                }
            }
            foreach (TimeScale scale in Enum.GetValues<TimeScale>())
            {
                long month = HistogramInterval.Month(scale).StartOf(value);
                Assert.True(month <= value && HistogramInterval.Year(scale).StartOf(value) <= month);
                Assert.Equal(month, HistogramInterval.Month(scale).StartOf(month == long.MinValue ? value : month));
            }
        }
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 4)]
    public void A_hit_counts_once_in_a_bucket(int seed, int segments)
    {
        using var corpus = new ColumnCorpus(seed, 2000, segments);
        var histogram = new Histogram("ns", HistogramInterval.Fixed(8, 3));
        new IndexSearcher(corpus.Reader).Search(new MatchAllQuery(), histogram);
        Assert.Equal(
            corpus.Docs.SelectMany(doc => doc.Numbers.Select(number => (long)Math.Floor((number - 3) / 8.0) * 8 + 3).Distinct())
                .GroupBy(start => start).Select(group => new NumberCount(group.Key, group.Count())).OrderBy(bucket => bucket.Value),
            histogram.Buckets());
        Assert.Equal(corpus.Docs.Count(doc => doc.Numbers.Length > 0), histogram.WithValue);
    }

    [Fact]
    public void Neighbours_of_one_run_count_as_one()
    {
        // Runs: p p p, q, q in a new segment, none, none.
        using var directory = new MemoryDirectory();
        using (IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = new KeywordAnalyzer(), MergePolicy = NoMergePolicy.Instance }))
        {
            foreach (Document row in new[] { Row("p", 1, "x"), Row("p", 9, "x", "y"), Row("p", 2, "y"), Row("q", 1, "x") })
                writer.AddDocument(row);
            writer.Flush();
            foreach (Document row in new[] { Row("q", 1, "x"), Row(null, 1), Row(null, 1, "z") })
                writer.AddDocument(row);
            writer.Commit();
        }
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        var numbers = new NumberFacets("n", oncePer: "run");
        var tens = new Histogram("n", HistogramInterval.Fixed(5), oncePer: "run");
        var labels = new TextFacets(searcher, "s", oncePer: "run");
        var ranges = new RangeFacets("n", [NumberRange.OfIntegers("low", 0, 5), NumberRange.OfIntegers("high", 6, 10)], oncePer: "run");
        searcher.Search(new MatchAllQuery(), new MultiCollector(numbers, tens, labels, ranges));
        Assert.Equal([new NumberCount(1, 5), new NumberCount(2, 1), new NumberCount(9, 1)], numbers.All());
        Assert.Equal([new NumberCount(0, 5), new NumberCount(5, 1)], tens.Buckets());
        Assert.Equal([new FacetCount("x", 3), new FacetCount("y", 1), new FacetCount("z", 1)], labels.All());
        Assert.Equal([new FacetCount("low", 5), new FacetCount("high", 1)], ranges.Counts());
        Assert.Equal((5L, 4L), (numbers.WithValue, labels.WithValue));
    }

    private static Document Row(string? run, long number, params string[] labels)
    {
        Document document = [Field.CreateKeyword("id", "x"), Field.CreateColumn("n", number)];
        if (run is not null)
            document.Add(Field.CreateColumn("run", run));
        foreach (string label in labels)
            document.Add(Field.CreateColumn("s", label, multiValued: true));
        return document;
    }
}
