using System.Text.Json.Serialization;

namespace Search.Soak.Corpora;

/// <summary>What a process that indexed a corpus says at its end.</summary>
/// <param name="Articles">Articles in the index.</param>
/// <param name="Paragraphs">Paragraphs in the index.</param>
/// <param name="Skipped">What was skipped: path, line and reason of each.</param>
/// <param name="Seconds">Time of the first synchronisation.</param>
/// <param name="AgainSeconds">Time of a second one, which finds nothing changed.</param>
/// <param name="AnonymousPeakMB">The most anonymous memory at any moment.</param>
/// <param name="Changed">What the second one wrote: 0 when all is well.</param>
public sealed record CorpusFigures(int Articles, int Paragraphs, IReadOnlyList<string> Skipped, double Seconds, double AgainSeconds, long AnonymousPeakMB, int Changed);

/// <summary>The form in which they go from process to process.</summary>
[JsonSerializable(typeof(CorpusFigures))]
internal sealed partial class CorpusJson : JsonSerializerContext;
