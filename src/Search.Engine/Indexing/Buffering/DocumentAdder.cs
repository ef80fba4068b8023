using Search.Engine.Documents;
using Search.Engine.Indexing.Deletes;
using Search.Engine.Indexing.Flushing;
using Search.Engine.Indexing.Threads;

namespace Search.Engine.Indexing.Buffering;

/// <summary>Takes changes from any number of threads at a time: each inverts its documents into a buffer of its own.</summary>
/// <remarks>
/// The lock is taken to check a buffer out, and to give it back: then the change gets its sequence number, and its documents and
/// deletes count from that moment on, together. Shareable between threads.
/// </remarks>
internal sealed class DocumentAdder(WriterLife life, LiveIndex index, BufferPool buffers, DeleteQueue deletes, BufferFlusher flusher, long maxDocs)
{
    /// <summary>Adds a block and deletes what it replaces; the number of the change. The caller is inside the writer.</summary>
    public long Change(Document[] block, Replaced replaced) => block.Length == 0 ? Delete(replaced) : Add(block, replaced);

    private long Delete(Replaced replaced)
    {
        long sequence;
        lock (life.Lock)
        {
            life.ThrowIfEnded();
            sequence = deletes.NextSequence();
            replaced.AddTo(deletes, sequence);
        }
        flusher.FlushAllIfWanted();
        return sequence;
    }

    private long Add(Document[] block, Replaced replaced)
    {
        (DocumentBuffer buffer, string? segmentName) = CheckOut(block.Length);
        int firstDocId = buffer.DocCount;
        try
        {
            if (segmentName is not null)
                buffer.Begin(life.Guard(() => SegmentDraft.Create(index.Directory, segmentName)));
            foreach (Document document in block)
                buffer.Add(document);
        }
        catch (Exception fault)
        {
            GiveBackFailed(buffer, firstDocId, fault);
            throw;
        }
        (long sequence, FlushTicket? flush, bool wantsFlushOfAll) = GiveBack(buffer, firstDocId, replaced);
        if (flush is not null)
            flusher.Flush(flush);
        if (wantsFlushOfAll)
            flusher.FlushAllIfWanted();
        return sequence;
    }

    private (DocumentBuffer Buffer, string? SegmentName) CheckOut(int docCount)
    {
        lock (life.Lock)
        {
            life.ThrowIfEnded();
            if (buffers.MustWait(deletes.BufferedBytes))
                life.WaitUntil(() => !buffers.MustWait(deletes.BufferedBytes));
            if (index.Current.MaxDoc + buffers.DocCount + docCount > maxDocs)
                throw new InvalidOperationException($"The index would have more than {maxDocs} documents.");
            DocumentBuffer buffer = buffers.CheckOut(docCount);
            return (buffer, buffer.Draft is null ? index.NextSegmentName() : null);
        }
    }

    private (long Sequence, FlushTicket? Flush, bool WantsFlushOfAll) GiveBack(DocumentBuffer buffer, int firstDocId, Replaced replaced)
    {
        lock (life.Lock)
        {
            // Of a writer that ended meanwhile the document is lost, and the caller must know.
            life.ThrowIfEnded();
            long sequence = deletes.NextSequence();
            buffer.Sequences.Add(firstDocId, sequence);
            replaced.AddTo(deletes, sequence);
            FlushTicket? flush = buffers.GiveBack(buffer, deletes.BufferedBytes);
            life.Changed();
            return (sequence, flush, buffers.IsFlushOfAllWanted(deletes.BufferedBytes));
        }
    }

    private void GiveBackFailed(DocumentBuffer buffer, int firstDocId, Exception fault)
    {
        if (buffer.IsBroken)
            life.Fail(fault);
        FlushTicket? flush;
        lock (life.Lock)
        {
            if (buffer.Draft is not null)
                buffer.FailFrom(firstDocId);
            flush = buffers.GiveBack(buffer, deletes.BufferedBytes);
            life.Changed();
        }
        if (flush is not null && !buffer.IsBroken)
            flusher.Flush(flush);
    }
}
