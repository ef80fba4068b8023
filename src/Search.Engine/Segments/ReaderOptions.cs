namespace Search.Engine.Segments;

/// <summary>How a commit is opened for reading.</summary>
/// <remarks>
/// A softly deleted document is one with a value in a column that the writer chose for that (Elasticsearch 7:
/// <c>__soft_deletes</c>). It is stored, indexed and counted in statistics like a live one until a merge drops it, and a
/// reader hides it as if it were deleted. Immutable; shareable.
/// </remarks>
public sealed record ReaderOptions
{
    /// <summary>Hides what is softly deleted in the column that the index itself marks as such.</summary>
    public static ReaderOptions Default { get; } = new();

    /// <summary>
    /// The column whose values mark softly deleted documents; null: the one that the segments' field infos name, if any.
    /// </summary>
    public string? SoftDeletesField { get; init; }

    /// <summary>Whether softly deleted documents are shown like all others: what Lucene's reader does unless it is wrapped.</summary>
    public bool ShowsSoftDeleted { get; init; }
}
