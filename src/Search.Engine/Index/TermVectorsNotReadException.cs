namespace Search.Engine.Index;

/// <summary>Term vectors were asked for; the index has them, and this engine does not read them.</summary>
/// <remarks>Everything else of such an index is read. Postings, with offsets where they are indexed, hold the same terms.</remarks>
public sealed class TermVectorsNotReadException : NotSupportedException
{
    /// <summary>Term vectors of a field were asked for.</summary>
    public TermVectorsNotReadException(string field)
        : base($"Field {field} has term vectors, which are not read.") => Field = field;

    /// <summary>The field.</summary>
    public string Field { get; }
}
