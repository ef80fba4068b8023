using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Benchmarks;

/// <summary>What one run of <c>bench</c> prints, ours and the oracle's.</summary>
internal sealed record BenchReport(string Engine, IReadOnlyDictionary<string, long> Memory, IReadOnlyList<CategoryFigures> Categories);

/// <summary>How reports are written and read.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(BenchReport))]
[JsonSerializable(typeof(QueriesReport))]
[JsonSerializable(typeof(IndexingFigures))]
[JsonSerializable(typeof(MergingFigures))]
[JsonSerializable(typeof(IReadOnlyList<IndexingFigures>))]
[JsonSerializable(typeof(FirstFigures))]
internal sealed partial class ReportJson : JsonSerializerContext;
