using System.Diagnostics;
using System.Diagnostics.Metrics;
using Search.Articles.Searching;

namespace Search.Web.Hosting.Telemetry;

/// <summary>What the host measures about itself.</summary>
internal sealed class HostMetrics
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string SourceName = "Search";

    // From a millisecond to the usual budget of a search.
    private static readonly double[] SecondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly Meter _meter;
    private readonly Histogram<double> _operations;
    private readonly Counter<long> _slow;
    private readonly Counter<long> _saturated;
    private readonly Histogram<double> _indexing;

    public HostMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(SourceName);
        _operations = _meter.CreateHistogram("search.operation.duration", "s", "Time spent in the index.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = SecondsBuckets });
        _slow = _meter.CreateCounter<long>("search.operation.slow", description: "Operations that took longer than slow-query-ms.");
        _saturated = _meter.CreateCounter<long>("search.saturated", description: "Requests that were sent away because too much ran at once.");
        _indexing = _meter.CreateHistogram<double>("search.indexing.duration", "s", "Time spent bringing the index up to date.");
    }

    /// <summary>Shows what the index holds.</summary>
    public void Watch(IArticleIndex index)
    {
        _meter.CreateObservableGauge("search.index.articles", () => (long)index.Status.Articles, description: "Articles in the index.");
        _meter.CreateObservableGauge("search.index.paragraphs", () => (long)index.Status.Paragraphs, description: "Paragraphs in the index.");
        _meter.CreateObservableGauge("search.index.generation", () => index.Status.Generation, description: "The commit being served.");
    }

    public void Operation(string operation, string outcome, TimeSpan time) => _operations.Record(time.TotalSeconds, Tags(operation, outcome));

    public void Slow(string operation) => _slow.Add(1, new KeyValuePair<string, object?>("operation", operation));

    public void Saturated(bool isStream) => _saturated.Add(1, new KeyValuePair<string, object?>("kind", isStream ? "stream" : "search"));

    public void Indexed(string outcome, TimeSpan time) => _indexing.Record(time.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));

    private static TagList Tags(string operation, string outcome) => new() { { "operation", operation }, { "outcome", outcome } };
}
