namespace Search.Engine.Index;

/// <summary>Reads one segment as of one commit.</summary>
/// <remarks>Shareable between threads; the cursors that it opens belong to one thread each. Doc ids are the segment's own.</remarks>
public abstract class LeafReader
{
    /// <summary>One more than the largest document id, deleted documents included.</summary>
    public abstract int MaxDoc { get; }

    /// <summary>Number of documents that are not deleted.</summary>
    public abstract int NumDocs { get; }

    /// <summary>The documents that are not deleted; null when none is deleted.</summary>
    public abstract FixedBitSet? LiveDocs { get; }

    /// <summary>
    /// What the readers of a segment as of several commits share: the key for what is kept of a segment's data that never
    /// changes (its deletions and updated columns do). Compared by identity; kept weakly.
    /// </summary>
    public virtual object CoreKey => this;

    /// <summary>The segment's fields.</summary>
    public abstract FieldInfos FieldInfos { get; }

    /// <summary>The terms of a field; null when the segment has none.</summary>
    public abstract Terms? Terms(string field);

    /// <summary>The norms of a field; null when it has none.</summary>
    public abstract NumericDocValues? Norms(string field);

    /// <summary>The norms of a field by document, in any order; null when it has none or they are not one byte each (then use <see cref="Norms"/>).</summary>
    public virtual ByteNorms? ByteNorms(string field) => null;

    /// <summary>The numeric column of a field; null when it has none.</summary>
    public abstract NumericDocValues? NumericColumn(string field);

    /// <summary>The binary column of a field; null when it has none.</summary>
    public abstract BinaryDocValues? BinaryColumn(string field);

    /// <summary>The sorted column of a field; null when it has none.</summary>
    public abstract SortedDocValues? SortedColumn(string field);

    /// <summary>The sorted-set column of a field; null when it has none.</summary>
    public abstract SortedSetDocValues? SortedSetColumn(string field);

    /// <summary>The sorted-numeric column of a field; null when it has none.</summary>
    public abstract SortedNumericDocValues? SortedNumericColumn(string field);

    /// <summary>The points of a field; null when the segment has none.</summary>
    public abstract PointValues? Points(string field);

    /// <summary>The terms of one document in one field; null when the field has no term vectors.</summary>
    /// <exception cref="TermVectorsNotReadException">The field has term vectors in this segment: they are recognised and not read.</exception>
    public Terms? TermVectors(int docId, string field)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(docId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docId, MaxDoc);
        return FieldInfos.Find(field) is { HasTermVectors: true } ? throw new TermVectorsNotReadException(field) : null;
    }

    /// <summary>Visits the stored values of a document in <c>[0, MaxDoc)</c>.</summary>
    public abstract void VisitStored(int docId, StoredFieldVisitor visitor);
}
