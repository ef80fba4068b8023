namespace Search.Engine.Fst;

/// <summary>One arc of a node, where its parts lie.</summary>
/// <remarks>Outputs lie in the transducer's bytes towards lower addresses; <see cref="Transducer.CopyOutput"/> turns them round.</remarks>
internal struct FstArc
{
    public byte Label;

    /// <summary>The input up to and including this label is a key.</summary>
    public bool IsFinal;

    /// <summary>Address of the output's first byte.</summary>
    public int OutputAddress;

    public int OutputLength;

    /// <summary>Address of the first byte of what a key that ends here adds.</summary>
    public int FinalOutputAddress;

    public int FinalOutputLength;

    /// <summary>Address of the node behind the arc; 0 when that has no arcs.</summary>
    public int Target;
}
