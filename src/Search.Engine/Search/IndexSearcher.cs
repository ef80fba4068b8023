using System.Collections.Concurrent;
using Search.Engine.Automata;
using Search.Engine.Index;
using Search.Engine.Search.Collectors;
using Search.Engine.Search.Columns;
using Search.Engine.Search.Facets;
using Search.Engine.Search.Grouping;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;
using Search.Engine.Search.Similarities;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search;

/// <summary>Runs queries on one snapshot of an index.</summary>
/// <remarks>Shareable between threads. The reader stays the caller's and must be open while the searcher is used.</remarks>
public sealed class IndexSearcher
{
    // Documents of an index whose segments take longer than waking a thread.
    private const int WorthThreads = 100_000;

    // To sort scores in takes longer the more there are.
    private const int MostExpected = 100;

    private readonly ConcurrentDictionary<string, FieldScoring> _scoring = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<GlobalOrdinals>> _ordinals = new(StringComparer.Ordinal);
    private readonly ScratchPool _scratch = new();
    private readonly Lazy<Leaf[]> _largestFirst;

    /// <summary>A searcher over <paramref name="reader"/>.</summary>
    public IndexSearcher(IndexReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Reader = reader;
        _largestFirst = new Lazy<Leaf[]>(() => [.. reader.Leaves.OrderByDescending(leaf => leaf.Reader.MaxDoc)]);
    }

    /// <summary>The snapshot that is searched.</summary>
    public IndexReader Reader { get; }

    /// <summary>How matches are scored.</summary>
    public Bm25Similarity Similarity { get; init; } = new();

    /// <summary>What <see cref="SearchLimits.Time"/> is measured with.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// Puts other statistics in the place of a field's own, by the field's name: for fields whose terms are not one a
    /// position. Null: the index's.
    /// </summary>
    public Func<string, CollectionStatistics, CollectionStatistics>? StatisticsOverride { get; init; }

    /// <summary>The best <paramref name="k"/> documents.</summary>
    /// <param name="k">At least 1; more than there are documents is as good as all.</param>
    /// <exception cref="OperationCanceledException">The options' token asked for it.</exception>
    /// <exception cref="TooManyClausesException">The query has more clauses than the options' limits allow.</exception>
    /// <exception cref="TooComplexQueryException">An automaton of the query has more states than the options' limits allow.</exception>
    public TopDocs Search(Query query, int k, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(k);
        options ??= SearchOptions.Default;
        if (options.Sort is not { Count: > 0 })
            return SearchByScore(query, k, options);
        var first = TopDocsCollector.Create(Reader, k, options);
        PartialReason partial = Search(query, first, options.Limits, options.Cancellation);
        return first.Result().As(partial);
    }

    /// <summary>Hands every match to a collector.</summary>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public void Search(Query query, ICollector collector, CancellationToken cancellation = default) =>
        Search(query, collector, limits: null, cancellation);

    /// <summary>Hands every match to a collector as long as the limits allow.</summary>
    /// <returns>Why the collector has got a part only.</returns>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    /// <exception cref="TooManyClausesException">The query has more clauses than the limits allow.</exception>
    /// <exception cref="TooComplexQueryException">An automaton of the query has more states than the limits allow.</exception>
    public PartialReason Search(Query query, ICollector collector, SearchLimits? limits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(collector);
        QueryCost.Check(limits, query);
        var budget = new SearchBudget(limits, Clock, cancellation);
        Weight weight = Rewrite(query).CreateWeight(this, collector.NeedsScores, 1f);
        using WindowArena arena = _scratch.Open(budget);
        var search = new LeafSearch(arena);
        foreach (Leaf leaf in Reader.Leaves)
        {
            if (budget.IsStopped)
                break;
            search.Collect(weight, leaf, collector.StartLeaf(leaf));
        }
        return budget.Partial;
    }

    /// <summary>The exact number of documents that match.</summary>
    public long Count(Query query) => Count(query, limits: null).Value;

    /// <summary>The number of documents that match, a lower bound when a limit ended the count.</summary>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    /// <exception cref="TooManyClausesException">The query has more clauses than the limits allow.</exception>
    /// <exception cref="TooComplexQueryException">An automaton of the query has more states than the limits allow.</exception>
    public TotalHits Count(Query query, SearchLimits? limits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        QueryCost.Check(limits, query);
        var budget = new SearchBudget(limits, Clock, cancellation);
        Weight weight = Rewrite(query).CreateWeight(this, needsScores: false, 1f);
        using WindowArena arena = _scratch.Open(budget);
        var search = new LeafSearch(arena);
        var count = 0L;
        foreach (Leaf leaf in Reader.Leaves)
            count += search.Count(weight, leaf);
        return new TotalHits(count, budget.Partial == PartialReason.None);
    }

    /// <summary>The hits of a query collapsed into groups by the value of a column.</summary>
    /// <exception cref="InvalidOperationException">The column is neither sorted nor numeric.</exception>
    /// <exception cref="OperationCanceledException">The options' token asked for it.</exception>
    /// <exception cref="TooManyClausesException">The query has more clauses than the options' limits allow.</exception>
    /// <exception cref="TooComplexQueryException">An automaton of the query has more states than the options' limits allow.</exception>
    public CollapsedDocs Collapse(Query query, CollapseOptions options)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(options);
        return new CollapseSearch(this, query, options).Run();
    }

    /// <summary>
    /// Hands every match that also passes the filter of every dimension to a collector, and for each dimension what passes all
    /// filters but its own to that dimension's collector: so its values are counted as if none were chosen in it.
    /// </summary>
    /// <returns>Why the collectors have got a part only.</returns>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    /// <exception cref="TooManyClausesException">Query and filters have more clauses than the limits allow.</exception>
    /// <exception cref="TooComplexQueryException">An automaton has more states than the limits allow.</exception>
    public PartialReason DrillSideways(
        Query query, IReadOnlyList<DrillDimension> dimensions, ICollector hits, SearchLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(dimensions);
        ArgumentNullException.ThrowIfNull(hits);
        QueryCost.Check(limits, [query, .. dimensions.Select(dimension => dimension.Filter)]);
        var budget = new SearchBudget(limits, Clock, cancellation);
        using WindowArena arena = _scratch.Open(budget);
        Weight[] filters = [.. dimensions.Select(dimension => Rewrite(dimension.Filter).CreateWeight(this, needsScores: false, 1f))];
        var search = new DrillSidewaysSearch(arena, Rewrite(query).CreateWeight(this, hits.NeedsScores, 1f), filters);
        foreach (Leaf leaf in Reader.Leaves)
        {
            if (budget.LookNow())
                break;
            search.Collect(leaf, hits.StartLeaf(leaf), [.. dimensions.Select(dimension => dimension.Counts.StartLeaf(leaf))]);
        }
        return budget.Partial;
    }

    /// <summary>How the score of one document comes about.</summary>
    public Explanation Explain(Query query, int doc)
    {
        ArgumentNullException.ThrowIfNull(query);
        Leaf leaf = Reader.LeafOf(doc);
        return Rewrite(query).CreateWeight(this, needsScores: true, 1f).Explain(leaf, doc - leaf.DocBase);
    }

    /// <summary>Tells for single documents where a query matches; make it once for all hits of a page.</summary>
    public QueryMatches MatchesOf(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        // Not rewritten: intervals name the clauses as they stand in the query.
        return new QueryMatches(Reader, query, query.CreateWeight(this, needsScores: false, 1f));
    }

    /// <summary>The intervals that made a document match, by start; empty when it does not match.</summary>
    /// <param name="field">The only field that is wanted; null: all.</param>
    public IReadOnlyList<MatchInterval> Matches(Query query, int doc, string? field = null) => MatchesOf(query).At(doc, field);

    /// <summary>The query in the form in which it runs: same documents, same scores.</summary>
    public Query Rewrite(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Query rewritten = query.Rewrite(Reader);
        while (!ReferenceEquals(rewritten, query))
        {
            query = rewritten;
            rewritten = query.Rewrite(Reader);
        }
        return rewritten;
    }

    /// <summary>A field's statistics over all segments, deleted documents included, as scoring uses them.</summary>
    public CollectionStatistics StatisticsOf(string field) => ScoringOf(field).Statistics;

    /// <summary>The strings of a sorted or sorted-set column numbered over all segments; found out once.</summary>
    internal GlobalOrdinals OrdinalsOf(string column) =>
        _ordinals.GetOrAdd(column, name => new Lazy<GlobalOrdinals>(() => GlobalOrdinals.Build(Reader, name))).Value;

    internal FieldScoring ScoringOf(string field) =>
        _scoring.TryGetValue(field, out FieldScoring? known) ? known : _scoring.GetOrAdd(field, new FieldScoring(Similarity, Gather(field)));

    private TopDocs SearchByScore(Query query, int k, SearchOptions options)
    {
        QueryCost.Check(options.Limits, query);
        var budget = new SearchBudget(options.Limits, Clock, options.Cancellation);
        Weight weight = Rewrite(query).CreateWeight(this, needsScores: true, 1f);
        // The largest segment first: it raises soonest what a hit of the others must reach. A search that may be cut short has searched the
        // beginning of the index, and counts what it found.
        IReadOnlyList<Leaf> leaves = options.Limits is null ? _largestFirst.Value : Reader.Leaves;
        int threads = options.Limits is null && Reader.MaxDoc >= WorthThreads ? Math.Min(options.Threads, leaves.Count) : 1;
        if (threads > 1)
            return SearchOnThreads(new TopScoreSearch(weight, leaves, isUnlimited: true, _scratch), threads, k, options);
        // What the index says about its best documents is believed first and looked for as if it were not if it proves wrong.
        bool expecting = options.Limits is null && options.After is null && k <= MostExpected;
        TopScoreCollector collector = TopDocsCollector.ByScore(Reader, k, options, shared: null);
        TopDocs found = new TopScoreSearch(weight, leaves, options.Limits is null, _scratch).Run(collector, budget, expecting);
        if (!expecting || collector.IsAsExpected)
            return found;
        collector = TopDocsCollector.ByScore(Reader, k, options, shared: null);
        return new TopScoreSearch(weight, leaves, options.Limits is null, _scratch).Run(collector, budget, expecting: false);
    }

    private TopDocs SearchOnThreads(TopScoreSearch search, int threads, int k, SearchOptions options)
    {
        var shared = new SharedMinimum();
        TopScoreCollector[] collectors = [.. Enumerable.Range(0, threads).Select(_ => TopDocsCollector.ByScore(Reader, k, options, shared))];
        return search.Run(collectors, Clock, options.Cancellation);
    }

    private CollectionStatistics Gather(string field)
    {
        var docCount = 0L;
        var sumTotalTermFreq = 0L;
        var sumDocFreq = 0L;
        foreach (Leaf leaf in Reader.Leaves)
        {
            if (leaf.Reader.Terms(field) is not { } terms)
                continue;
            docCount += terms.DocCount;
            sumTotalTermFreq += terms.SumTotalTermFreq;
            sumDocFreq += terms.SumDocFreq;
        }
        var statistics = new CollectionStatistics(docCount, sumTotalTermFreq, sumDocFreq);
        return StatisticsOverride is null ? statistics : StatisticsOverride(field, statistics);
    }
}
