using System.Collections.Concurrent;
using Search.Engine.Indexing.Commits;
using Search.Engine.Indexing.Flushing;
using Search.Engine.Indexing.Threads;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Indexing.Readers;

/// <summary>Opens readers of all changes so far, committed or not.</summary>
/// <remarks>Everything is flushed and all deletes are applied; nothing is synced. The caller is inside the writer. Shareable between threads.</remarks>
internal sealed class NearRealTimeOpener(WriterLife life, LiveIndex index, BufferFlusher flusher, SegmentPublisher publisher, ReaderPool readers)
{
    // Files of readers that were closed while somebody held the lock.
    private readonly ConcurrentQueue<FileHold> _closed = new();

    /// <summary>A reader of the state after all changes so far.</summary>
    public DirectoryReader Open()
    {
        using Turn.Holder turn = publisher.Turn.Take();
        flusher.FlushAllInTurn();
        return OpenInTurn(index.Current);
    }

    /// <summary>The same, or null when there are no other changes than those that a reader of this writer shows.</summary>
    public DirectoryReader? OpenIfChanged(DirectoryReader old)
    {
        using Turn.Holder turn = publisher.Turn.Take();
        flusher.FlushAllInTurn();
        SegmentList current = index.Current;
        if (!old.IsNearRealTime || old.Commit.Version != current.Version)
            return OpenInTurn(current);
        // What a writer had in memory is lost when a merge has just ended it: that is not to say that nothing changed.
        lock (life.Lock)
            life.ThrowIfEnded();
        return null;
    }

    private DirectoryReader OpenInTurn(SegmentList list)
    {
        using var opened = new DisposeOnFailure();
        var segments = new SegmentReader[list.Segments.Length];
        for (var i = 0; i < segments.Length; i++)
            segments[i] = opened.Add(readers.Open(list.Segments[i]));
        lock (life.Lock)
        {
            life.ThrowIfEnded();
            ReleaseClosed();
            FileHold files = index.Hold(list.Files());
            return opened.Release(DirectoryReader.OpenNearRealTime(index.Directory, index.StateOf(list), segments, () => Release(files)));
        }
    }

    // The last to let a reader go is a searching thread, as a rule: it waits for nobody, the next who has the lock does it.
    private void Release(FileHold files)
    {
        _closed.Enqueue(files);
        if (!Monitor.TryEnter(life.Lock))
            return;
        try
        {
            ReleaseClosed();
        }
        finally
        {
            Monitor.Exit(life.Lock);
        }
    }

    private void ReleaseClosed()
    {
        while (_closed.TryDequeue(out FileHold? files))
            files.Release();
    }
}
