using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Indexing.Deletes;

/// <summary>Numbers all changes, and keeps the deletes that some document has not seen yet.</summary>
/// <remarks>
/// <para>A delete applies to every document whose sequence number is lower (search semantics notes, section 9.1), so of a
/// term or query that is deleted twice only the later one counts.</para>
/// <para>New deletes gather until somebody publishes segments: frozen, they are applied to all published segments, and
/// retained as long as a buffer or a flush holds documents that are older than they. Not synchronised: the writer's lock
/// guards it.</para>
/// </remarks>
internal sealed class DeleteQueue
{
    private readonly List<DeletePacket> _retained = [];
    private PendingDeletes _pending = new();

    /// <summary>Number of the latest change.</summary>
    public long LastSequence { get; private set; }

    /// <summary>Memory that the deletes hold.</summary>
    public long BufferedBytes { get; private set; }

    /// <summary>The packets that older documents have not seen.</summary>
    public IReadOnlyList<DeletePacket> Retained => _retained;

    /// <summary>The number of a new change.</summary>
    public long NextSequence() => ++LastSequence;

    /// <summary>Deletes all documents with a term that are older than <paramref name="sequence"/>.</summary>
    public void Add(Term term, long sequence) => BufferedBytes += _pending.Add(term, sequence);

    /// <summary>Deletes all documents that match a query and are older than <paramref name="sequence"/>.</summary>
    public void Add(Query query, long sequence) => BufferedBytes += _pending.Add(query, sequence);

    /// <summary>Takes the new deletes out: whoever freezes them applies them, then calls <see cref="Retain"/>.</summary>
    public PendingDeletes Freeze()
    {
        PendingDeletes pending = _pending;
        _pending = new PendingDeletes();
        return pending;
    }

    /// <summary>Keeps a packet for documents that are not published yet, and drops those packets that none of them is older than.</summary>
    /// <param name="oldestUnpublished">The lowest sequence number of an unpublished document; the largest number when there is none.</param>
    public void Retain(DeletePacket packet, long oldestUnpublished)
    {
        _retained.Add(packet);
        for (int i = _retained.Count - 1; i >= 0; i--)
        {
            if (_retained[i].LastSequence > oldestUnpublished)
                continue;
            BufferedBytes -= _retained[i].Bytes;
            _retained.RemoveAt(i);
        }
    }

    /// <summary>Forgets all deletes.</summary>
    public void Clear()
    {
        _retained.Clear();
        _pending = new PendingDeletes();
        BufferedBytes = 0;
    }
}
