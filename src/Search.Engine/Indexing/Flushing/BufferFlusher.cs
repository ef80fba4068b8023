using System.Runtime.ExceptionServices;
using Search.Engine.Indexing.Buffering;
using Search.Engine.Indexing.Deletes;
using Search.Engine.Indexing.Threads;

namespace Search.Engine.Indexing.Flushing;

/// <summary>Turns buffers into segments: one while other threads add on, or all of them at one moment.</summary>
/// <remarks>The calling thread does the work; the caller is inside the writer. Shareable between threads.</remarks>
/// <param name="packs">Whether segments become compound files.</param>
internal sealed class BufferFlusher(WriterLife life, BufferPool buffers, DeleteQueue deletes, SegmentPublisher publisher, bool packs)
{
    /// <summary>Writes a buffer, and publishes it when no other thread is publishing; if one is, a later publication has it.</summary>
    public void Flush(FlushTicket flush) => life.Guard(() =>
    {
        Write(flush);
        publisher.TryPublishWritten();
        return true;
    });

    /// <summary>Publishes all changes that were acknowledged up to now.</summary>
    public void FlushAll()
    {
        using Turn.Holder turn = publisher.Turn.Take();
        FlushAllInTurn();
    }

    /// <summary>Publishes all changes when their deletes take too much memory, which only that can free.</summary>
    public void FlushAllIfWanted()
    {
        if (!IsFlushOfAllWanted())
            return;
        using Turn.Holder turn = publisher.Turn.Take();
        if (IsFlushOfAllWanted()) // nobody did it while this thread waited
            FlushAllInTurn();
    }

    /// <summary>
    /// Publishes all changes up to one moment, none of a later one: whoever has the turn to publish finds in the segment list
    /// updates whole, never the delete without the documents or the other way round.
    /// </summary>
    /// <returns>The sequence number of the latest change that is published.</returns>
    public long FlushAllInTurn() => life.Guard(() =>
    {
        (FlushTicket[] flushes, int round, PendingDeletes pending, long sequence) = StopTheWorld();
        WriteAll(flushes);
        FlushTicket[] written;
        lock (life.Lock)
        {
            life.WaitUntil(() => !buffers.IsFlushing(round));
            written = buffers.Written(round);
        }
        publisher.PublishInTurn(written, new DeletePacket(pending));
        return sequence;
    });

    /// <summary>Forgets all documents and deletes that are not published; the number of the change. The caller has the turn to publish.</summary>
    public long DiscardAllInTurn(Action<string[]> discarded) => life.Guard(() =>
    {
        lock (life.Lock)
        {
            AwaitBuffers();
            life.WaitUntil(() => !buffers.IsFlushing(int.MaxValue));
            string[] files = buffers.Discard();
            deletes.Clear();
            discarded(files);
            buffers.OpenGate();
            life.Changed();
            return deletes.NextSequence();
        }
    });

    // Lasts as long as the block takes that is being inverted now, at the longest.
    private (FlushTicket[] Flushes, int Round, PendingDeletes Deletes, long Sequence) StopTheWorld()
    {
        lock (life.Lock)
        {
            AwaitBuffers();
            (FlushTicket[] flushes, int round) = buffers.StartAll();
            buffers.OpenGate();
            life.Changed();
            return (flushes, round, deletes.Freeze(), deletes.LastSequence);
        }
    }

    private bool IsFlushOfAllWanted()
    {
        lock (life.Lock)
            return buffers.IsFlushOfAllWanted(deletes.BufferedBytes);
    }

    private void AwaitBuffers()
    {
        buffers.CloseGate();
        life.WaitUntil(() => !buffers.HasBusy);
    }

    // A segment a buffer, so they can be written side by side.
    private void WriteAll(FlushTicket[] flushes)
    {
        if (flushes.Length == 1)
        {
            Write(flushes[0]);
            return;
        }
        try
        {
            Parallel.ForEach(flushes, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, Write);
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    private void Write(FlushTicket flush)
    {
        FlushedSegment segment = SegmentFlusher.Flush(flush.Buffer, packs);
        lock (life.Lock)
        {
            buffers.HandIn(flush, segment);
            life.Changed();
        }
    }
}
