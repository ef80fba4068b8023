using BenchmarkDotNet.Attributes;
using Search.Engine.Highlighting;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Tests.Infrastructure;

namespace Search.Benchmarks.Micro;

/// <summary>Passages of the ten best paragraphs, from the index's offsets: finding the marks, then the sentences.</summary>
[MemoryDiagnoser]
public class HighlighterBenchmarks : IDisposable
{
    private readonly Highlighter _highlighter = new(ParagraphIndexer.Analyzer);
    private SampleIndex? _index;
    private Query? _query;
    private (int Doc, string Text)[] _hits = [];

    [GlobalSetup]
    public void Open()
    {
        _index = new SampleIndex();
        _query = SampleIndex.QueryOf("or_high_high");
        _hits = [.. _index.Searcher.Search(_query, 10).ScoreDocs.Select(hit => (hit.Doc, _index.Reader.StoredText(hit.Doc, "body")!))];
    }

    [Benchmark]
    public int Passages()
    {
        QueryMatches matches = _index!.Searcher.MatchesOf(_query!);
        return _hits.Sum(hit => _highlighter.Find(matches, hit.Doc, "body", hit.Text).Count);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _index?.Dispose();
        GC.SuppressFinalize(this);
    }
}
