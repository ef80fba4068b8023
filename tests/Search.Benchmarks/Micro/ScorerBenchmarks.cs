using BenchmarkDotNet.Attributes;
using Search.Engine.Search.Queries;

namespace Search.Benchmarks.Micro;

/// <summary>The ten best of a query, by kind of scorer.</summary>
[MemoryDiagnoser]
public class ScorerBenchmarks : IDisposable
{
    private SampleIndex? _index;
    private Query? _query;

    /// <summary>A category of the generated queries; its first query is run.</summary>
    [Params("term_high", "or_high_high", "and_high_high", "phrase2_freq", "prefix")]
    public string Category { get; set; } = "";

    [GlobalSetup]
    public void Open()
    {
        _index = new SampleIndex();
        _query = SampleIndex.QueryOf(Category);
    }

    [Benchmark]
    public long Best() => _index!.Searcher.Search(_query!, 10).TotalHits.Value;

    [Benchmark]
    public long Count() => _index!.Searcher.Count(_query!);

    [GlobalCleanup]
    public void Dispose()
    {
        _index?.Dispose();
        GC.SuppressFinalize(this);
    }
}
