using Search.Engine.Indexing.Buffering;
using Search.Engine.Indexing.Commits;
using Search.Engine.Indexing.Deletes;
using Search.Engine.Indexing.Flushing;
using Search.Engine.Indexing.Importing;
using Search.Engine.Indexing.Merging;
using Search.Engine.Indexing.Readers;
using Search.Engine.Indexing.Threads;
using Search.Engine.Store;

namespace Search.Engine.Indexing;

/// <summary>The state of one writer and the workers on it, put together.</summary>
internal sealed class WriterParts
{
    private readonly WriterLife _life;

    public WriterParts(WriterLife life, LiveIndex index, IndexWriterOptions options)
    {
        _life = life;
        Index = index;
        var blocks = new BlockPool();
        Buffers = new BufferPool(() => new DocumentBuffer(options.Analyzer, Schemas, blocks), options.FlushPolicy);
        Readers = new ReaderPool(life, index.Directory);
        Publisher = new SegmentPublisher(life, index, Buffers, Deletes, new DeleteApplier(Readers), Readers);
        Flusher = new BufferFlusher(life, Buffers, Deletes, Publisher, packs: options.UseCompoundFile);
        Adder = new DocumentAdder(life, index, Buffers, Deletes, Flusher, options.MaxDocs);
        Committer = new Committer(life, index, Flusher, Publisher);
        Opener = new NearRealTimeOpener(life, index, Flusher, Publisher, Readers);
        var selector = new MergeSelector(index.Directory, Merges, options.MergePolicy);
        var merger = new MergeWorker(life, index, Schemas, selector, Readers, Publisher);
        Merger = new MergeCoordinator(life, index, Merges, selector, merger, options.MergeScheduler);
        Importer = new IndexImporter(life, index, Schemas, Buffers, Deletes, Flusher, Publisher, Merges, options.MaxDocs);
    }

    // State, which the writer's lock guards.
    public LiveIndex Index { get; }

    public FieldSchemas Schemas { get; } = new();

    public BufferPool Buffers { get; }

    public DeleteQueue Deletes { get; } = new();

    public ReaderPool Readers { get; }

    public MergeQueue Merges { get; } = new();

    // Workers.
    public SegmentPublisher Publisher { get; }

    public BufferFlusher Flusher { get; }

    public DocumentAdder Adder { get; }

    public Committer Committer { get; }

    public NearRealTimeOpener Opener { get; }

    public MergeCoordinator Merger { get; }

    public IndexImporter Importer { get; }

    /// <summary>Empties the index; the caller holds the lock and has the turn to publish.</summary>
    /// <param name="buffered">Files of segments that were never published.</param>
    public void Clear(string[] buffered)
    {
        Schemas.Clear();
        Index.Publish([], created: buffered);
        Readers.KeepOnly(Index.Current);
    }

    /// <summary>Publishes all changes and waits until no merge is due any more, unless the writer has ended or a commit is prepared.</summary>
    public void FinishMerges()
    {
        if (!_life.TryEnter())
            return;
        try
        {
            bool isPrepared;
            lock (_life.Lock)
                isPrepared = Index.Prepared is not null;
            if (isPrepared)
                return;
            _life.Guard(() =>
            {
                Flusher.FlushAll();
                Merger.AwaitAll();
                return true;
            });
        }
        catch (Exception)
        {
            // The writer has ended: it was rolled back meanwhile, or failed, which closing tells.
        }
        finally
        {
            _life.Leave();
        }
    }

    /// <summary>Gives up what is not committed and closes everything; nobody is at work any more.</summary>
    public void Close() => Closing.Steps(() => Buffers.Discard(), Committer.Abandon, () => Readers.KeepOnly(new SegmentList()), Index.Close);
}
