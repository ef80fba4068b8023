using Search.Engine.Indexing.Flushing;
using Search.Engine.Store;

namespace Search.Engine.Indexing.Buffering;

/// <summary>All buffers of a writer: idle ones, those that threads add to, and those that are being flushed.</summary>
/// <remarks>
/// A thread has a buffer to itself from <see cref="CheckOut"/> to <see cref="GiveBack"/>; as many buffers come into being as
/// threads add at the same time. Not synchronised: the writer's lock guards it.
/// </remarks>
internal sealed class BufferPool(Func<DocumentBuffer> create, FlushPolicy policy)
{
    private readonly List<DocumentBuffer> _idle = []; // the one used last at the end, so that few threads fill few buffers
    private readonly List<DocumentBuffer> _busy = [];
    private readonly List<FlushTicket> _flushes = []; // in the order in which they began
    private bool _isGateClosed;
    private int _round;

    /// <summary>Number of documents that are not published, those included for which there is only room so far.</summary>
    public long DocCount { get; private set; }

    /// <summary>Whether some thread is adding to a buffer.</summary>
    public bool HasBusy => _busy.Count > 0;

    /// <summary>The lowest sequence number of a document that is not published; the largest number when there is none.</summary>
    public long OldestSequence => _idle.Concat(_busy).Select(buffer => buffer.Sequences.First)
        .Concat(_flushes.Select(flush => flush.FirstSequence)).DefaultIfEmpty(long.MaxValue).Min();

    /// <summary>What buffers and flushes hold; of buffers in use, what they held when they were checked out.</summary>
    public BufferMemory MemoryWith(long deleteBytes)
    {
        var buffered = 0L;
        var largest = 0L;
        var flushing = 0L;
        foreach (DocumentBuffer buffer in _idle)
            Count(buffer);
        foreach (DocumentBuffer buffer in _busy)
            Count(buffer);
        foreach (FlushTicket flush in _flushes)
            flushing += flush.Bytes;
        return new BufferMemory(buffered, largest, flushing, deleteBytes);

        void Count(DocumentBuffer buffer)
        {
            if (buffer.IsFlushWanted)
            {
                flushing += buffer.KnownBytes;
                return;
            }
            buffered += buffer.KnownBytes;
            largest = buffer.DocCount == 0 ? largest : Math.Max(largest, buffer.KnownBytes);
        }
    }

    /// <summary>Whether a thread that wants a buffer has to wait.</summary>
    public bool MustWait(long deleteBytes) => _isGateClosed || policy.MustWait(MemoryWith(deleteBytes));

    /// <summary>Whether it is time to flush everything.</summary>
    public bool IsFlushOfAllWanted(long deleteBytes) => policy.ShouldFlushAll(MemoryWith(deleteBytes));

    /// <summary>Takes a buffer for a block of this many documents.</summary>
    public DocumentBuffer CheckOut(int docCount)
    {
        DocumentBuffer buffer = _idle.Count > 0 ? _idle[^1] : create();
        _idle.Remove(buffer);
        _busy.Add(buffer);
        buffer.Reserve(docCount);
        DocCount += docCount;
        return buffer;
    }

    /// <summary>Takes a buffer back from the thread that added to it.</summary>
    /// <returns>The flush that the thread has to do now, of this buffer or of another one.</returns>
    public FlushTicket? GiveBack(DocumentBuffer buffer, long deleteBytes)
    {
        DocCount -= buffer.GiveBackReserved();
        _busy.Remove(buffer);
        _idle.Add(buffer);
        return buffer.IsFlushWanted ? Start(buffer) : StartLargest(deleteBytes);
    }

    /// <summary>Stops lending buffers, so that those in use come back.</summary>
    public void CloseGate() => _isGateClosed = true;

    /// <summary>Lends buffers again.</summary>
    public void OpenGate() => _isGateClosed = false;

    /// <summary>Begins to flush every buffer with documents; none is in use. The caller does the flushes.</summary>
    /// <returns>With the round to which these flushes, and all that began before, belong.</returns>
    public (FlushTicket[] Flushes, int Round) StartAll()
    {
        FlushTicket[] started = [.. _idle.Where(buffer => buffer.Draft is not null).ToArray().Select(Start)];
        return (started, _round++);
    }

    /// <summary>Takes the segment of a flush and the buffer back, empty.</summary>
    public void HandIn(FlushTicket flush, FlushedSegment segment)
    {
        flush.HandIn(segment);
        flush.Buffer.Reset();
        _idle.Insert(0, flush.Buffer);
    }

    /// <summary>Whether a flush of a round, or of one before, is still at work.</summary>
    public bool IsFlushing(int round) => _flushes.Exists(flush => flush.Round <= round && flush.Flushed is null);

    /// <summary>The written segments up to a round, in the order in which their flushes began.</summary>
    public FlushTicket[] Written(int round) => [.. _flushes.Where(flush => flush.Round <= round && flush.Flushed is not null)];

    /// <summary>Forgets segments that are published now, or given up.</summary>
    public void Forget(IEnumerable<FlushTicket> flushes)
    {
        foreach (FlushTicket flush in flushes)
        {
            _flushes.Remove(flush);
            DocCount -= flush.DocCount;
        }
    }

    /// <summary>Closes the files of all buffers and forgets all documents; no buffer is in use and nothing is being flushed.</summary>
    /// <returns>The files.</returns>
    public string[] Discard()
    {
        List<string> files = [];
        List<SegmentDraft> drafts = [];
        foreach (DocumentBuffer buffer in _idle.Concat(_busy).Concat(_flushes.Where(flush => flush.Flushed is null).Select(flush => flush.Buffer)))
        {
            if (buffer.Draft is { } draft)
            {
                drafts.Add(draft);
                files.AddRange(draft.CreatedFiles);
            }
            buffer.Reset();
        }
        foreach (FlushTicket flush in _flushes)
            files.AddRange(flush.Flushed?.CreatedFiles ?? []);
        _flushes.Clear();
        DocCount = 0;
        Closing.All([.. drafts]);
        return [.. files];
    }

    private FlushTicket? StartLargest(long deleteBytes)
    {
        BufferMemory memory = MemoryWith(deleteBytes);
        if (!policy.ShouldFlushLargest(memory))
            return null;
        foreach (DocumentBuffer buffer in _busy)
        {
            if (buffer.KnownBytes == memory.Largest && !buffer.IsFlushWanted)
            {
                buffer.IsFlushWanted = true;
                return null; // its thread does it when it gives it back
            }
        }
        return Start(_idle.First(buffer => buffer.KnownBytes == memory.Largest && buffer.DocCount > 0));
    }

    private FlushTicket Start(DocumentBuffer buffer)
    {
        var flush = new FlushTicket(buffer, _round);
        _idle.Remove(buffer);
        _flushes.Add(flush);
        return flush;
    }
}
