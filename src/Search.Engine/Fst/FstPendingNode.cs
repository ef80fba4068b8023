namespace Search.Engine.Fst;

/// <summary>A node that is not written yet.</summary>
internal sealed class FstPendingNode
{
    public List<FstPendingArc> Arcs { get; } = [];

    /// <summary>Whether a key ends here.</summary>
    public bool IsFinal { get; set; }

    /// <summary>What a key that ends here adds.</summary>
    public byte[] FinalOutput { get; private set; } = [];

    /// <summary>Takes an output over from the arc that leads here.</summary>
    public void Prepend(ReadOnlySpan<byte> output)
    {
        foreach (FstPendingArc arc in Arcs)
            arc.Output = [.. output, .. arc.Output];
        if (IsFinal)
            FinalOutput = [.. output, .. FinalOutput];
    }

    public void Clear()
    {
        Arcs.Clear();
        IsFinal = false;
        FinalOutput = [];
    }
}
