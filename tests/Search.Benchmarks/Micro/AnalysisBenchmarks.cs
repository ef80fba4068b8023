using BenchmarkDotNet.Attributes;
using Search.Engine.Analysis;

namespace Search.Benchmarks.Micro;

/// <summary>Analysing the sample articles.</summary>
public class AnalysisBenchmarks
{
    private readonly StandardAnalyzer _standard = new();
    private readonly EnglishAnalyzer _english = new();
    private string _text = "";

    [GlobalSetup]
    public void Read() => _text = string.Concat(Directory.EnumerateFiles(RepositoryPaths.Seeds).Order(StringComparer.Ordinal).Select(File.ReadAllText));

    /// <summary>Cutting into words and lower case.</summary>
    [Benchmark]
    public int Standard() => Count(_standard);

    /// <summary>The same with possessives, stop words and stems.</summary>
    [Benchmark]
    public int English() => Count(_english);

    private int Count(Analyzer analyzer)
    {
        TokenStream tokens = analyzer.Open("body", _text);
        var count = 0;
        while (tokens.Next())
            count++;
        tokens.End();
        return count;
    }
}
