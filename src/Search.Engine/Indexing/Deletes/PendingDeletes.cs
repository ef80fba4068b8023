using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Indexing.Deletes;

/// <summary>Deletes as they come in: of each term and query the sequence number of its latest delete.</summary>
/// <remarks>Not synchronised.</remarks>
internal sealed class PendingDeletes
{
    // Of an entry: the term with its array, the field's share, the dictionary's slot and bucket, the packet's slots later.
    private const int TermOverheadBytes = 160;
    private const int QueryOverheadBytes = 400;

    private readonly Dictionary<Term, long> _terms = [];
    private readonly Dictionary<Query, long> _queries = [];

    public IReadOnlyDictionary<Term, long> Terms => _terms;

    public IReadOnlyDictionary<Query, long> Queries => _queries;

    /// <summary>Sequence number of the latest delete; 0 when there is none.</summary>
    public long LastSequence { get; private set; }

    /// <summary>Memory that they hold.</summary>
    public long Bytes { get; private set; }

    public bool IsEmpty => LastSequence == 0;

    /// <summary>Adds a delete, later than all before; the memory that it takes.</summary>
    public long Add(Term term, long sequence) => Add(_terms, term, sequence, TermOverheadBytes + term.Bytes.Length);

    /// <summary>Adds a delete, later than all before; the memory that it takes.</summary>
    public long Add(Query query, long sequence) => Add(_queries, query, sequence, QueryOverheadBytes);

    private long Add<T>(Dictionary<T, long> deletes, T what, long sequence, long bytes)
        where T : notnull
    {
        LastSequence = sequence;
        bool isNew = deletes.TryAdd(what, sequence);
        if (!isNew)
            deletes[what] = sequence;
        Bytes += isNew ? bytes : 0;
        return isNew ? bytes : 0;
    }
}
