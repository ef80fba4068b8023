using Search.Engine.Indexing.Deletes;
using Search.Engine.Indexing.Flushing;
using Search.Engine.Indexing.Threads;

namespace Search.Engine.Indexing.Commits;

/// <summary>Commits in two phases; the syncs run while other threads add, flush and open readers.</summary>
/// <remarks>One commit at a time; the caller is inside the writer. Shareable between threads.</remarks>
internal sealed class Committer(WriterLife life, LiveIndex index, BufferFlusher flusher, SegmentPublisher publisher)
{
    private readonly Turn _turn = new(life);
    private readonly CommitProtocol _protocol = new(index.Directory);
    private bool _preparedNothing; // the first phase found no change: the second one has nothing to do, whatever came in between

    /// <summary>First phase; the number of the latest change that is in the commit.</summary>
    /// <exception cref="InvalidOperationException">A commit is prepared already.</exception>
    public long Prepare()
    {
        using Turn.Holder turn = _turn.Take();
        lock (life.Lock)
        {
            if (index.Prepared is not null)
                throw new InvalidOperationException("A commit is prepared already: finish it with Commit, or roll back.");
        }
        return life.Guard(PrepareInTurn);
    }

    /// <summary>Both phases, or the second one after <see cref="Prepare"/>; false when there was nothing to commit.</summary>
    public bool Commit()
    {
        using Turn.Holder turn = _turn.Take();
        return life.Guard(() =>
        {
            bool isPrepared;
            lock (life.Lock)
                isPrepared = index.Prepared is not null || _preparedNothing;
            if (!isPrepared)
                PrepareInTurn();
            _preparedNothing = false;
            return FinishInTurn();
        });
    }

    /// <summary>Takes back a commit that was prepared and not finished. Nobody else is at work.</summary>
    public void Abandon()
    {
        if (index.Prepared is { } prepared)
            _protocol.Abandon(prepared.Commit);
    }

    private long PrepareInTurn()
    {
        (CommittedFiles? prepared, long sequence) = Begin();
        _preparedNothing = prepared is null;
        if (prepared is not null)
            _protocol.Prepare(prepared.Commit, prepared.Files.Except(index.Committed?.Files ?? [], StringComparer.Ordinal));
        return sequence;
    }

    private (CommittedFiles? Prepared, long Sequence) Begin()
    {
        using Turn.Holder publishing = publisher.Turn.Take();
        long sequence = flusher.FlushAllInTurn();
        SegmentList written = LiveDocsFiles.Write(index.Directory, index.Current);
        lock (life.Lock)
            return (index.BeginCommit(written.Segments), sequence);
    }

    private bool FinishInTurn()
    {
        CommittedFiles? prepared;
        lock (life.Lock)
        {
            life.ThrowIfEnded();
            prepared = index.Prepared;
        }
        if (prepared is null)
            return false;
        index.EnsureLocked();
        _protocol.Finish(prepared.Commit);
        lock (life.Lock)
            index.FinishCommit();
        return true;
    }
}
