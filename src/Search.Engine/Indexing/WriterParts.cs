using Search.Engine.Indexing.Buffering;
using Search.Engine.Indexing.Commits;
using Search.Engine.Indexing.Deletes;
using Search.Engine.Indexing.Flushing;
using Search.Engine.Indexing.Readers;
using Search.Engine.Indexing.Threads;
using Search.Engine.Store;

namespace Search.Engine.Indexing;

/// <summary>The state of one writer and the workers on it, put together.</summary>
internal sealed class WriterParts
{
    public WriterParts(WriterLife life, LiveIndex index, IndexWriterOptions options)
    {
        Index = index;
        Buffers = new BufferPool(() => new DocumentBuffer(options.Analyzer, Schemas), options.FlushPolicy);
        Readers = new ReaderPool(life, index.Directory);
        Publisher = new SegmentPublisher(life, index, Buffers, Deletes, new DeleteApplier(Readers), Readers);
        Flusher = new BufferFlusher(life, Buffers, Deletes, Publisher);
        Adder = new DocumentAdder(life, index, Buffers, Deletes, Flusher, options.MaxDocs);
        Committer = new Committer(life, index, Flusher, Publisher);
        Opener = new NearRealTimeOpener(life, index, Flusher, Publisher, Readers);
    }

    // State, which the writer's lock guards.
    public LiveIndex Index { get; }

    public FieldSchemas Schemas { get; } = new();

    public BufferPool Buffers { get; }

    public DeleteQueue Deletes { get; } = new();

    public ReaderPool Readers { get; }

    // Workers.
    public SegmentPublisher Publisher { get; }

    public BufferFlusher Flusher { get; }

    public DocumentAdder Adder { get; }

    public Committer Committer { get; }

    public NearRealTimeOpener Opener { get; }

    /// <summary>Empties the index; the caller holds the lock and has the turn to publish.</summary>
    /// <param name="buffered">Files of segments that were never published.</param>
    public void Clear(string[] buffered)
    {
        Schemas.Clear();
        Index.Publish([], created: buffered);
        Readers.KeepOnly(Index.Current);
    }

    /// <summary>Gives up what is not committed and closes everything; nobody is at work any more.</summary>
    public void Close() => Closing.Steps(() => Buffers.Discard(), Committer.Abandon, () => Readers.KeepOnly(new SegmentList()), Index.Close);
}
