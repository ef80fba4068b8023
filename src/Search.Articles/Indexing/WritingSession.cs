using Search.Articles.Reading;
using Search.Articles.Results;
using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Store;

namespace Search.Articles.Indexing;

/// <summary>An index that is open for writing, with what is known of its collection; both are committed together.</summary>
/// <remarks>Used by one thread at a time, but for writing. What is not committed is given up when it is disposed.</remarks>
internal sealed class WritingSession : IDisposable
{
    // Every search visits each segment: a large buffer makes few, and leaves little to merge.
    private const long BufferBytes = 64L << 20;

    private readonly ServedSnapshot _served;
    private readonly KnowledgeStore _store;
    private readonly IndexWriter _writer;
    private volatile bool _hasChanges;
    private bool _isEmpty;
    private bool _hasCommitted;

    private WritingSession(ServedSnapshot served, KnowledgeStore store, IndexWriter writer, bool isBuiltAnew)
    {
        _served = served;
        _store = store;
        _writer = writer;
        IsBuiltAnew = isBuiltAnew;
        using IndexSnapshot.Lease? lease = isBuiltAnew ? null : served.Acquire();
        _isEmpty = lease is null;
        IReadOnlyDictionary<string, string>? said = lease?.Snapshot.Reader.UserData;
        Knowledge = store.Get(said?.GetValueOrDefault(CommitData.Knowledge)) ?? new CollectionKnowledge();
        Settings = said is null ? ReadingSettings.Default : CommitData.SettingsOf(said);
    }

    /// <summary>Whether an earlier version of this program wrote the index, so that nothing of it stays in the next commit.</summary>
    public bool IsBuiltAnew { get; }

    /// <summary>How sources are read; recorded with the commit, so that all who write to the index read alike.</summary>
    public ReadingSettings Settings { get; set; }

    /// <summary>What is known of the collection; replaced when it is learned anew.</summary>
    public CollectionKnowledge Knowledge { get; set; }

    /// <summary>Whether something is not committed.</summary>
    public bool HasChanges => _hasChanges;

    /// <summary>Whether something is not committed, or there is no commit at all yet.</summary>
    public bool NeedsCommit => _hasChanges || _isEmpty;

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

    /// <summary>Writes an article in place of what has its id, whole or not at all. Any number of threads.</summary>
    public void Write(SourceRecord record, Article article) => Write(record, article, ArticleFingerprint.Of(article));

    /// <inheritdoc cref="Write(SourceRecord, Article)"/>
    public void Write(SourceRecord record, Article article, string fingerprint)
    {
        _hasChanges = true;
        _writer.UpdateDocuments(new Term(ArticleFields.Article, record.Id), ArticleDocuments.Create(article, record.ContentHash, fingerprint, record.Submission));
    }

    /// <summary>Deletes an article.</summary>
    public void Delete(string id)
    {
        _hasChanges = true;
        _writer.DeleteDocuments(new Term(ArticleFields.Article, id));
    }

    /// <summary>Makes everything so far durable and visible.</summary>
    public void Commit()
    {
        _hasChanges = true;
        _writer.SetUserData(CommitData.Create(_store.Save(Knowledge), Settings));
        _writer.Commit();
        _hasChanges = false;
        _isEmpty = false;
        _hasCommitted = true;
        _store.DeleteOld();
        _served.Refresh();
    }

    /// <summary>Finishes after the last commit: merges that are due are done, and committed as well. Without a commit nothing happens.</summary>
    public void Close()
    {
        if (!_hasCommitted)
            return; // an index that is built anew must not become an empty one
        _writer.Dispose();
        _served.Refresh();
    }

    public void Dispose()
    {
        _writer.Rollback();
        if (_hasChanges)
            _store.Forget();
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
