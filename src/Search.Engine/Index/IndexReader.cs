namespace Search.Engine.Index;

/// <summary>A point-in-time snapshot of an index: never changes, whatever writers do.</summary>
/// <remarks>
/// Shareable between threads. Reference counted: it opens with one reference, <see cref="Dispose"/> drops that one, and
/// the files are released when the last reference is dropped. A search holds one while it runs.
/// </remarks>
public abstract class IndexReader : IDisposable
{
    private int _references = 1;
    private int _disposed;

    /// <summary>The segments in document order.</summary>
    public abstract IReadOnlyList<Leaf> Leaves { get; }

    /// <summary>Number of documents, deleted ones included: ids are in <c>[0, MaxDoc)</c>.</summary>
    public abstract int MaxDoc { get; }

    /// <summary>Number of documents that are not deleted.</summary>
    public abstract int NumDocs { get; }

    /// <summary>Takes one more reference unless the reader is closed already.</summary>
    public bool TryAcquire()
    {
        int current = Volatile.Read(ref _references);
        while (current > 0)
        {
            int seen = Interlocked.CompareExchange(ref _references, current + 1, current);
            if (seen == current)
                return true;
            current = seen;
        }
        return false;
    }

    /// <summary>Gives back a reference taken with <see cref="TryAcquire"/>.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _references) == 0)
            Close();
    }

    /// <summary>The segment that holds an index-wide document id.</summary>
    public Leaf LeafOf(int docId)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(docId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docId, MaxDoc);
        var low = 0;
        int high = Leaves.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >> 1;
            if (Leaves[middle].DocBase <= docId)
                low = middle;
            else
                high = middle - 1;
        }
        return Leaves[low];
    }

    /// <summary>Number of documents with a term over all segments, deleted ones included.</summary>
    public int DocFreq(Term term)
    {
        ArgumentNullException.ThrowIfNull(term);
        var docFreq = 0;
        foreach (Leaf leaf in Leaves)
        {
            if (leaf.Reader.Terms(term.Field) is { } terms && terms.TryGet(term.Bytes, out TermState state))
                docFreq += state.DocFreq;
        }
        return docFreq;
    }

    /// <summary>Visits the stored values of a document.</summary>
    public void VisitStored(int docId, StoredFieldVisitor visitor)
    {
        Leaf leaf = LeafOf(docId);
        leaf.Reader.VisitStored(docId - leaf.DocBase, visitor);
    }

    /// <summary>The first text that a document stores in a field; null when it stores none.</summary>
    public string? StoredText(int docId, string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var first = new FirstStoredText(field);
        VisitStored(docId, first);
        return first.Text;
    }

    /// <summary>Drops the opener's reference; calling it again does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            Release();
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the files; called once, when the last reference is dropped.</summary>
    protected abstract void Close();
}
