namespace Search.Engine.Index;

/// <summary>A visitor of points that only gathers documents, and takes them in any order and more than once.</summary>
internal interface IDocumentVisitor : IPointVisitor
{
    /// <summary>Receives documents that have points, all of them inside: those of a set in <c>[from, to)</c>.</summary>
    /// <param name="from">A multiple of 64.</param>
    /// <param name="to">A multiple of 64, or the end of the set.</param>
    void VisitInside(FixedBitSet docs, int from, int to);
}
