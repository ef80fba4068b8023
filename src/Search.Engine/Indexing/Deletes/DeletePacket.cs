using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Indexing.Deletes;

/// <summary>Deletes that were frozen together, terms in the order in which dictionaries like to be asked.</summary>
/// <remarks>Immutable; shareable.</remarks>
internal sealed class DeletePacket
{
    private readonly Term[] _terms;
    private readonly long[] _termSequences;
    private readonly Query[] _queries;
    private readonly long[] _querySequences;

    public DeletePacket(PendingDeletes deletes)
    {
        _terms = [.. deletes.Terms.Keys];
        _termSequences = [.. deletes.Terms.Values];
        Array.Sort(_terms, _termSequences);
        _queries = [.. deletes.Queries.Keys];
        _querySequences = [.. deletes.Queries.Values];
        LastSequence = deletes.LastSequence;
        Bytes = deletes.Bytes;
    }

    public bool IsEmpty => LastSequence == 0;

    /// <summary>Sequence number of the latest delete; 0 when there is none.</summary>
    public long LastSequence { get; }

    /// <summary>Memory that the deletes hold.</summary>
    public long Bytes { get; }

    /// <summary>The terms, ascending by field and bytes.</summary>
    public ReadOnlySpan<Term> Terms => _terms;

    /// <summary>Beside each term: documents with lower sequence numbers are deleted.</summary>
    public ReadOnlySpan<long> TermSequences => _termSequences;

    public ReadOnlySpan<Query> Queries => _queries;

    /// <summary>Beside each query: documents with lower sequence numbers are deleted.</summary>
    public ReadOnlySpan<long> QuerySequences => _querySequences;
}
