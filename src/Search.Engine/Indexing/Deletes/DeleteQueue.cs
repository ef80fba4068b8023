using Search.Engine.Index;

namespace Search.Engine.Indexing.Deletes;

/// <summary>Deletes by term that no segment has seen yet.</summary>
/// <remarks>
/// A delete applies to every document that was added before it: to all documents of the segments there are, and to the
/// buffered documents below its limit. Search semantics notes, section 9.1.
/// </remarks>
internal sealed class DeleteQueue
{
    // Of an entry: the term with its array, the field's share and the dictionary's slot.
    private const int OverheadBytes = 120;

    private readonly Dictionary<Term, int> _limits = [];

    /// <summary>Memory that the deletes hold.</summary>
    public long BufferedBytes { get; private set; }

    /// <summary>Adds a delete of all buffered documents below <paramref name="docIdLimit"/>; limits never descend.</summary>
    public void Add(Term term, int docIdLimit)
    {
        if (!_limits.ContainsKey(term))
            BufferedBytes += OverheadBytes + term.Bytes.Length;
        _limits[term] = docIdLimit;
    }

    /// <summary>Takes all deletes out of the queue.</summary>
    public FrozenDeletes Freeze()
    {
        FrozenDeletes frozen = FrozenDeletes.Create(_limits);
        Clear();
        return frozen;
    }

    /// <summary>Forgets all deletes.</summary>
    public void Clear()
    {
        _limits.Clear();
        BufferedBytes = 0;
    }
}
