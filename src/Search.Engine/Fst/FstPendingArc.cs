namespace Search.Engine.Fst;

/// <summary>An arc of a node that is not written yet.</summary>
internal sealed class FstPendingArc
{
    public required byte Label { get; init; }

    public required byte[] Output { get; set; }

    public bool IsFinal { get; set; }

    public byte[] FinalOutput { get; set; } = [];

    /// <summary>Address of the node behind it; <see cref="FstFormat.NoTarget"/> when that has no arcs.</summary>
    public long Target { get; set; }
}
