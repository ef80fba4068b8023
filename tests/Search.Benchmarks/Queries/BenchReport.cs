namespace Search.Benchmarks.Queries;

/// <summary>What one run of <c>bench</c> prints, ours and the oracle's.</summary>
internal sealed record BenchReport(string Engine, IReadOnlyDictionary<string, long> Memory, IReadOnlyList<CategoryFigures> Categories);
