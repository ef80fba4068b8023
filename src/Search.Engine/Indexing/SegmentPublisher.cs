using Search.Engine.Indexing.Buffering;
using Search.Engine.Indexing.Deletes;
using Search.Engine.Indexing.Flushing;
using Search.Engine.Indexing.Readers;
using Search.Engine.Indexing.Threads;

namespace Search.Engine.Indexing;

/// <summary>Brings segments into the list and applies deletes to all that is in it.</summary>
/// <remarks>
/// Whoever has the <see cref="Turn"/> is the only one who replaces segments. So deletes are resolved, segments opened and
/// files written without the lock, and it is taken only for the replacement itself. Between publications all published
/// segments have seen all packets of deletes that were frozen. Shareable between threads.
/// </remarks>
internal sealed class SegmentPublisher(
    WriterLife life, LiveIndex index, BufferPool buffers, DeleteQueue deletes, DeleteApplier applier, ReaderPool readers)
{
    /// <summary>The turn to publish.</summary>
    public Turn Turn { get; } = new(life);

    /// <summary>Publishes the segments that are written, unless another thread has the turn.</summary>
    public void TryPublishWritten()
    {
        if (!Turn.TryTake(out Turn.Holder turn))
            return;
        using (turn)
        {
            (FlushTicket[] written, PendingDeletes pending) = TakeWritten();
            PublishInTurn(written, new DeletePacket(pending));
        }
    }

    /// <summary>The written segments and the new deletes, as of one moment. The caller has the turn.</summary>
    /// <remarks>
    /// At one moment, because a document that is published before the delete of the same change is frozen would be deleted by
    /// it: published segments are older than all deletes that are frozen later.
    /// </remarks>
    public (FlushTicket[] Written, PendingDeletes Deletes) TakeWritten()
    {
        lock (life.Lock)
            return (buffers.Written(int.MaxValue), deletes.Freeze());
    }

    /// <summary>Publishes written segments, and applies a packet that was just frozen. The caller has the turn.</summary>
    /// <param name="written">No document is of a change whose deletes were not frozen yet.</param>
    /// <param name="imported">Segments of another index, which are younger than all deletes in the packet.</param>
    public void PublishInTurn(FlushTicket[] written, DeletePacket packet, IReadOnlyCollection<LiveSegment>? imported = null)
    {
        DeletePacket[] packets;
        lock (life.Lock)
        {
            life.ThrowIfEnded();
            packets = [.. deletes.Retained, packet];
        }
        SegmentList before = index.Current;
        LiveSegment[] segments =
        [
            .. before.Segments.Select(segment => applier.Apply(segment, packet)),
            .. written.Select(flush => applier.Apply(flush.Flushed!, packets)),
            .. imported ?? [],
        ];
        lock (life.Lock)
        {
            buffers.Forget(written);
            deletes.Retain(packet, buffers.OldestSequence);
            if (written.Length > 0 || imported is not null || !segments.SequenceEqual(before.Segments, ReferenceEqualityComparer.Instance))
                Replace(segments, created: [.. written.SelectMany(flush => flush.Flushed!.CreatedFiles)]);
            life.Changed();
        }
    }

    /// <summary>
    /// Replaces some segments by others that hold the same documents: how a merge comes in. Waits for the turn, so that
    /// nobody changes the list or resolves deletes while <paramref name="next"/> looks at it.
    /// </summary>
    /// <param name="next">From the current list to the new segments; null: no change. Runs without the lock.</param>
    /// <param name="created">Files that were written for the change: those that the new list does not need go.</param>
    public void Exchange(Func<SegmentList, IEnumerable<LiveSegment>?> next, IReadOnlyCollection<string> created) => life.Guard(() =>
    {
        using Turn.Holder turn = Turn.Take();
        IEnumerable<LiveSegment>? segments = next(index.Current);
        lock (life.Lock)
        {
            life.ThrowIfEnded();
            if (segments is null)
                index.Discard(created);
            else
                Replace(segments, created);
        }
        return true;
    });

    private void Replace(IEnumerable<LiveSegment> segments, IReadOnlyCollection<string> created)
    {
        index.Publish(segments, created);
        readers.KeepOnly(index.Current);
    }
}
