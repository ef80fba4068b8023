using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Benchmarks.Opening;
using Search.Benchmarks.Queries;
using Search.Benchmarks.Writing;

namespace Search.Benchmarks;

/// <summary>How reports are written and read.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = false)]
[JsonSerializable(typeof(BenchReport))]
[JsonSerializable(typeof(QueriesReport))]
[JsonSerializable(typeof(IndexingFigures))]
[JsonSerializable(typeof(MergingFigures))]
[JsonSerializable(typeof(IReadOnlyList<IndexingRound>))]
[JsonSerializable(typeof(FirstFigures))]
[JsonSerializable(typeof(IReadOnlyList<OpeningRound>))]
internal sealed partial class ReportJson : JsonSerializerContext;
