using System.Globalization;
using Search.Articles.Results;
using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Indexing;
using Search.Engine.Store;

namespace Search.Articles.Indexing;

/// <summary>An index that is open for writing, with what is known of its collection; both are committed together.</summary>
/// <remarks>One thread. What is not committed is given up when it is disposed.</remarks>
internal sealed class WritingSession : IDisposable
{
    // Every search visits each segment: a large buffer makes few, and leaves little to merge.
    private const long BufferBytes = 64L << 20;

    private readonly ServedSnapshot _served;
    private readonly KnowledgeStore _store;
    private readonly IndexSnapshot.Lease? _kept;
    private bool _isCommitted = true;

    private WritingSession(ServedSnapshot served, KnowledgeStore store, IndexWriter writer, bool isBuiltAnew)
    {
        _served = served;
        _store = store;
        _kept = served.Acquire();
        Writer = writer;
        IsBuiltAnew = isBuiltAnew;
        Knowledge = store.Get(Before?.Reader.UserData.GetValueOrDefault(CommitData.Knowledge)) ?? new CollectionKnowledge();
    }

    public IndexWriter Writer { get; }

    /// <summary>Whether an earlier version of this program wrote the index, so that nothing of it stays in the next commit.</summary>
    public bool IsBuiltAnew { get; }

    /// <summary>What the index held when it was opened; null when nothing, or nothing that can be kept.</summary>
    public IndexSnapshot? Before => IsBuiltAnew ? null : Kept;

    /// <summary>What the index held, also when it is built anew.</summary>
    public IndexSnapshot? Kept => _kept?.Snapshot;

    /// <summary>What is known of the collection; replaced when it is learned anew.</summary>
    public CollectionKnowledge Knowledge { get; set; }

    /// <exception cref="IndexInUseException">Another process is writing to the index.</exception>
    public static WritingSession Open(ServedSnapshot served, KnowledgeStore store)
    {
        served.Refresh();
        bool isBuiltAnew = served.IsOutdated;
        IndexWriter writer = OpenWriter(served, isBuiltAnew);
        try
        {
            served.Refresh(); // the lock is held: nothing newer comes but from here
            return new WritingSession(served, store, writer, isBuiltAnew);
        }
        catch
        {
            writer.Rollback();
            throw;
        }
    }

    /// <summary>Makes everything so far durable and visible.</summary>
    public void Commit()
    {
        _isCommitted = false;
        Writer.SetUserData(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [CommitData.Version] = ArticleAnalysis.Version,
            [CommitData.Knowledge] = _store.Save(Knowledge),
            [CommitData.Committed] = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture),
        });
        Writer.Commit();
        _isCommitted = true;
        _store.DeleteOld();
        _served.Refresh();
    }

    /// <summary>Finishes after the last commit: merges that are due are done, and committed as well.</summary>
    public void Close()
    {
        Writer.Dispose();
        _served.Refresh();
    }

    public void Dispose()
    {
        Writer.Rollback();
        if (!_isCommitted)
            _store.Forget();
        _kept?.Dispose();
    }

    private static IndexWriter OpenWriter(ServedSnapshot served, bool isBuiltAnew)
    {
        try
        {
            return IndexWriter.Open(served.Directory, new IndexWriterOptions
            {
                Analyzer = ArticleAnalysis.ForIndexing,
                BufferBytes = BufferBytes,
                OpenMode = isBuiltAnew ? OpenMode.Create : OpenMode.CreateOrAppend,
            });
        }
        catch (LockHeldException held)
        {
            throw new IndexInUseException($"Another process is writing to the index in {served.Folder}.", held);
        }
    }
}
