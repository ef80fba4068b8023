namespace Search.Engine.Index;

/// <summary>A segment in its place in an index.</summary>
/// <param name="Reader">The segment.</param>
/// <param name="Ordinal">Its place among the segments, from 0.</param>
/// <param name="DocBase">Index-wide id of its document 0.</param>
public sealed record Leaf(LeafReader Reader, int Ordinal, int DocBase);
