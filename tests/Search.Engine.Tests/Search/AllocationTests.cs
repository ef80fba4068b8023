using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Collectors;
using Search.Engine.Search.Facets;
using Search.Engine.Search.Grouping;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Values;

namespace Search.Engine.Tests.Search;

/// <summary>What a warm search allocates does not grow with the documents that it looks at.</summary>
public sealed class AllocationTests(AllocationTests.Corpora corpora) : IClassFixture<AllocationTests.Corpora>
{
    private const int Few = 5_000;
    private const int Many = 50_000;

    // More than a pool keeps of anything.
    private const int Segments = 100;

    // An object takes at least 24 bytes; a bit set over the segment takes an eighth of a byte a document, and a search may need a few.
    private const double BytesPerDocument = 0.6;

    // Objects that say what is looked for and where: weight, scorer, the term's place in the dictionary. Room for one block of documents or
    // scores alone would take half as much.
    private const int BytesPerTerm = 1_000;

    // The hits themselves, the collector, the parts of the search.
    private const int BytesPerSearch = 2_000;

    private static readonly TermQuery Word = new(new Term("f", "w1"));

    private static readonly BooleanQuery Some = new([Should(Word), Should(new TermQuery(new Term("f", "w2")))]);

    private static readonly ParentFilter Parents = new(new TermQuery(new Term("kind", "parent")));

    private static readonly SearchOptions Exact = new() { TotalHitsThreshold = int.MaxValue };

    private static readonly Dictionary<string, Query> Queries = new()
    {
        ["term"] = Word,
        ["all"] = new MatchAllQuery(),
        ["exists"] = new FieldExistsQuery("n"),
        ["or"] = Some,
        ["and"] = new BooleanQuery([new BooleanClause(Word, Occur.Must), new BooleanClause(Some, Occur.Must), new BooleanClause(Word, Occur.Filter)]),
        ["not"] = new BooleanQuery([new BooleanClause(Word, Occur.Must), new BooleanClause(new TermQuery(new Term("f", "w3")), Occur.MustNot)]),
        ["optional"] = new BooleanQuery([new BooleanClause(Word, Occur.Must), Should(new TermQuery(new Term("f", "w3")))]),
        ["minimum"] = new BooleanQuery([Should(Word), Should(new TermQuery(new Term("f", "w2"))), Should(new TermQuery(new Term("f", "w3")))], 2),
        ["dismax"] = new DisjunctionMaxQuery([Word, Some], 0.3f),
        ["boosted constant"] = new BoostQuery(new ConstantScoreQuery(Word), 2f),
        ["synonym"] = new SynonymQuery("f", new Term("f", "w1"), new Term("f", "w2")),
        ["phrase"] = new PhraseQuery("f", 0, "w1", "w2"),
        ["sloppy phrase"] = new PhraseQuery("f", 3, "w1", "w2"),
        ["repeated phrase"] = new PhraseQuery("f", 3, "w1", "w1"),
        ["multi-phrase"] = new MultiPhraseQuery("f", [([new Term("f", "w1"), new Term("f", "w2")], 0), ([new Term("f", "w3")], 1)], 1),
        ["begun phrase"] = new PhrasePrefixQuery("f", ["w1", "w"]),
        ["near"] = Near(Intervals.Near(Intervals.Term("w1"), 3, Intervals.Term("w2"))),
        ["pre with a wildcard"] = Near(Intervals.Pre(Intervals.Wildcard("w1*"), 3, Intervals.Prefix("w2"))),
        ["ordered"] = Near(Intervals.MaxGaps(4, Intervals.Ordered(Intervals.Term("w1"), Intervals.OrTogether(Intervals.Term("w2"), Intervals.Phrase("w3", "w4"))))),
        ["at least"] = Near(Intervals.AtLeast(2, Intervals.Term("w1"), Intervals.Term("w2"), Intervals.Term("w3"))),
        ["unordered"] = Near(Intervals.MaxWidth(4, Intervals.Unordered(Intervals.Term("w1"), Intervals.Or(Intervals.Term("w2"), Intervals.Term("w3"))))),
        ["containing"] = Near(Intervals.Containing(Intervals.Ordered(Intervals.Term("w1"), Intervals.Term("w2")), Intervals.Wildcard("w1*"))),
        ["not containing"] = Near(Intervals.NotContaining(Intervals.Ordered(Intervals.Term("w1"), Intervals.Term("w2")), Intervals.Term("w3"))),
        ["not within"] = Near(Intervals.NotWithin(Intervals.Term("w1"), 2, Intervals.Term("w3"))),
        ["prefix"] = new PrefixQuery(new Term("f", "w")),
        ["narrow prefix"] = new PrefixQuery(new Term("f", "w1")),
        ["wildcard"] = new WildcardQuery(new Term("f", "w?")),
        ["regexp"] = new RegexpQuery(new Term("f", "w[1-9]+")),
        ["fuzzy"] = new FuzzyQuery(new Term("f", "w1"), 1),
        ["term range"] = new TermRangeQuery("f", "w1", "w5", includeLow: true, includeHigh: true),
        ["terms"] = new TermInSetQuery("f", "w1", "w2", "w3"),
        ["points"] = PointRangeQuery.Int32("p", 3, 30),
        ["point set"] = PointSetQuery.Int32("p", 3, 5, 8, 30),
        ["column range"] = new ColumnRangeQuery("n", 3, 30),
        ["column numbers"] = new ColumnNumbersQuery("ns", 3, 30),
        ["column terms"] = new ColumnTermsQuery("s", "label3", "label7"),
        ["column text range"] = new ColumnTextRangeQuery("ss", "label3", "label7", includeLow: true, includeHigh: true),
        ["function"] = new FunctionScoreQuery(Some, ValueSource.Product(ValueSource.Score, ValueSource.Integers("n"))),
        ["function of a query"] = new FunctionScoreQuery(Some, ValueSource.ScoreOf(new TermQuery(new Term("title", "w1")))),
        ["boosting"] = new BoostingQuery(Some, new TermQuery(new Term("f", "w3")), 0.5f),
        ["combined fields"] = new CombinedFieldsQuery([("f", 1f), ("title", 3f)], "w1", "w2"),
        ["covering"] = new CoveringQuery([Word, new TermQuery(new Term("f", "w2"))], ValueSource.Constant(1)),
        ["to parent"] = new ToParentBlockJoinQuery(new BooleanQuery([new BooleanClause(Word, Occur.Must), new BooleanClause(new TermQuery(new Term("kind", "child")), Occur.Filter)]), Parents),
        ["to child"] = new ToChildBlockJoinQuery(new BooleanQuery([new BooleanClause(Word, Occur.Must), new BooleanClause(new TermQuery(new Term("kind", "parent")), Occur.Filter)]), Parents),
    };

    private static readonly Dictionary<string, Action<IndexSearcher>> Collectors = new()
    {
        ["count"] = searcher => searcher.Count(Some),
        ["best"] = searcher => searcher.Search(Some, 10, Exact),
        ["best, threshold"] = searcher => searcher.Search(Some, 10),
        ["best, next page"] = searcher => searcher.Search(Some, 10, Exact with { After = new ScoreDoc(100, 0.2f) }),
        ["by integers, descending"] = Sorted(SortField.Integer("n") with { Reverse = true }, SortField.Integer("ns")),
        ["by floats"] = Sorted(SortField.Single("x"), SortField.Double("d")),
        ["by text"] = Sorted(SortField.Text("s"), SortField.Text("ss") with { Selector = SortSelector.MiddleMax }),
        ["by text and last document"] = Sorted(SortField.Text("s") with { Reverse = true }, SortField.Doc with { Reverse = true }),
        ["by score and document"] = Sorted(SortField.Score with { Reverse = true }, SortField.Doc with { Reverse = true }),
        ["collapsed by text"] = searcher => searcher.Collapse(Some, new CollapseOptions { Column = "s" }),
        ["collapsed by number"] = searcher => searcher.Collapse(Some, new CollapseOptions { Column = "n", HitsPerGroup = 3, Sort = [SortField.Doc with { Reverse = true }] }),
        ["facets"] = searcher => searcher.Search(Some, new MultiCollector(
            new TextFacets(searcher, "s"), new TextFacets(searcher, "ss"), new TextFacets(searcher, "ss", oncePer: "kind"),
            new NumberFacets("n"), new NumberFacets("ns"), new Histogram("n", HistogramInterval.Month(TimeScale.Days)), new ColumnStatistics("x", NumberKind.Single),
            new RangeFacets("ns", [NumberRange.OfIntegers("low", 0, 9), NumberRange.OfIntegers("high", 5, 40)]), new CountCollector())),
        ["drilling sideways"] = searcher => searcher.DrillSideways(
            Some, [new DrillDimension(Word, new TextFacets(searcher, "s")), new DrillDimension(PointRangeQuery.Int32("p", 0, 20), new NumberFacets("n"))], new CountCollector()),
    };

    public static TheoryData<string> QueryKinds => [.. Queries.Keys];

    public static TheoryData<string> CollectorKinds => [.. Collectors.Keys];

    [Theory]
    [MemberData(nameof(QueryKinds))]
    public void A_query_allocates_nothing_per_document(string kind)
    {
        Query query = Queries[kind];
        Assert.True(corpora.Large.Count(query) > Many / 100, "the query finds hardly anything");
        AssertBounded(searcher => searcher.Search(query, 10, Exact));
        AssertBounded(searcher => searcher.Count(query));
        AssertBounded(searcher => searcher.Search(new BooleanQuery([new BooleanClause(Word, Occur.Must), new BooleanClause(query, Occur.Filter)]), 10, Exact));
    }

    [Theory]
    [MemberData(nameof(CollectorKinds))]
    public void A_collector_allocates_nothing_per_document(string kind) => AssertBounded(Collectors[kind]);

    [Theory]
    [InlineData("term", 1)]
    [InlineData("or", 2)]
    [InlineData("and", 7)] // the terms of its alternatives twice
    [InlineData("not", 2)]
    [InlineData("optional", 2)]
    [InlineData("minimum", 3)]
    [InlineData("dismax", 3)]
    [InlineData("phrase", 2)]
    [InlineData("sloppy phrase", 2)]
    [InlineData("narrow prefix", 2)]
    [InlineData("wildcard", 2)]
    [InlineData("regexp", 2)]
    [InlineData("terms", 2)]
    [InlineData("points", 2)] // and room for a leaf
    [InlineData("combined fields", 4)] // two words in two fields
    public void A_warm_search_borrows_its_cursors_windows_and_lists_and_makes_only_what_describes_it_and_its_hits(string kind, int terms)
    {
        Query query = Queries[kind];
        int most = BytesPerSearch + terms * BytesPerTerm;
        Assert.InRange(Allocated(corpora.Large, searcher => searcher.Search(query, 10)), 0, most);
        Assert.InRange(Allocated(corpora.Large, searcher => searcher.Count(query)), 0, most);
    }

    [Theory]
    [InlineData("or", 2)]
    [InlineData("minimum", 3)]
    [InlineData("phrase", 2)]
    [InlineData("wildcard", 3)]
    public void Segments_borrow_one_after_another_what_each_of_them_needs(string kind, int terms)
    {
        int most = BytesPerSearch + Segments * terms * BytesPerTerm;
        Assert.InRange(Allocated(corpora.Segmented, searcher => searcher.Search(Queries[kind], 10)), 0, most);
        Assert.InRange(Allocated(corpora.Segmented, searcher => searcher.Count(Queries[kind])), 0, most);
    }

    private void AssertBounded(Action<IndexSearcher> search)
    {
        long few = Allocated(corpora.Small, search);
        long many = Allocated(corpora.Large, search);
        Assert.True(many - few <= (Many - Few) * BytesPerDocument, $"{few:N0} bytes for {Few:N0} documents, {many:N0} for {Many:N0}");
    }

    // The least of several: what is allocated once must not count.
    private static long Allocated(IndexSearcher searcher, Action<IndexSearcher> search)
    {
        var least = long.MaxValue;
        for (var run = 0; run < 4; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            search(searcher);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }

    private static Action<IndexSearcher> Sorted(params SortField[] sort) =>
        searcher => searcher.Search(Some, 10, new SearchOptions { Sort = sort, After = searcher.Search(Some, 1, new SearchOptions { Sort = sort }).ScoreDocs[0] });

    private static IntervalQuery Near(IntervalSource source) => new("f", source);

    private static BooleanClause Should(Query query) => new(query, Occur.Should);

    /// <summary>The same documents few, many, and many in many segments.</summary>
    public sealed class Corpora : IDisposable
    {
        private readonly AllocationCorpus _few = new(Few);
        private readonly AllocationCorpus _many = new(Many);
        private readonly AllocationCorpus _segmented = new(Many, Segments);

        public Corpora()
        {
            Small = new IndexSearcher(_few.Reader);
            Large = new IndexSearcher(_many.Reader);
            Segmented = new IndexSearcher(_segmented.Reader);
        }

        public IndexSearcher Small { get; }

        public IndexSearcher Large { get; }

        public IndexSearcher Segmented { get; }

        public void Dispose()
        {
            _segmented.Dispose();
            _few.Dispose();
            _many.Dispose();
        }
    }
}
