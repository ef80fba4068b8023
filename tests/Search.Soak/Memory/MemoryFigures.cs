using System.Text.Json.Serialization;

namespace Search.Soak.Memory;

/// <summary>What a process that indexes says at its end.</summary>
/// <param name="Documents">Documents added.</param>
/// <param name="Seconds">From the first line read to the end of the commit.</param>
/// <param name="AnonymousPeakMB">The most anonymous memory it had at any moment.</param>
/// <param name="BufferedPeakMB">The most that the writer said its buffers hold.</param>
/// <param name="OpenAfterwards">Files of the index that were open or mapped when everything was closed.</param>
public sealed record MemoryFigures(long Documents, double Seconds, long AnonymousPeakMB, double BufferedPeakMB, int OpenAfterwards)
{
    /// <summary>Documents a second.</summary>
    [JsonIgnore]
    public double Rate => Documents / Seconds;
}

/// <summary>The form in which they go from process to process.</summary>
[JsonSerializable(typeof(MemoryFigures))]
internal sealed partial class MemoryJson : JsonSerializerContext;
