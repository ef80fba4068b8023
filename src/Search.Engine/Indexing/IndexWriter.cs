using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing.Commits;
using Search.Engine.Indexing.Deletes;
using Search.Engine.Indexing.Threads;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Indexing;

/// <summary>Changes an index: adds, replaces and deletes documents, and makes the changes durable and visible with a commit.</summary>
/// <remarks>
/// <para>Shareable between threads, which add at the same time: each inverts its documents into a buffer of its own. Changes are
/// buffered, flushed to segments when the buffers' memory is used up, and seen by readers that the writer opens
/// (<see cref="OpenReader"/>) or that are opened after the next <see cref="Commit"/>. A crash or a failure at any point leaves
/// the last commit.</para>
/// <para>Every change has a sequence number, which is its place in the order of all changes: a delete applies to documents of
/// lower numbers. A change counts as a whole from the moment on when its call returns: what is opened or committed later has
/// it, and nothing ever shows a part of it.</para>
/// <para>A document that cannot be indexed is an exception for that document or block alone: the writer stays usable.
/// Any other failure (a full disk, a lost lock) ends the writer: it gives up all that is not committed and releases the
/// lock.</para>
/// </remarks>
public sealed class IndexWriter : IDisposable
{
    /// <summary>Most documents that an index can have, deleted ones included.</summary>
    public const int MaxDocs = int.MaxValue - 128;

    private readonly WriterLife _life;
    private readonly WriterParts _parts;

    private IndexWriter(LiveIndex index, IndexWriterOptions options)
    {
        _life = new WriterLife(() => _parts!.Close());
        _parts = new WriterParts(_life, index, options);
    }

    /// <summary>Opens an index for writing and clears away what an interrupted writer left behind.</summary>
    /// <param name="directory">Where the index is; the caller keeps it and disposes it after the writer.</param>
    /// <exception cref="LockHeldException">Another writer, of this or of another process, has the index.</exception>
    /// <exception cref="IndexNotFoundException">There is no index and the mode is <see cref="OpenMode.Append"/>, or the commit to go on from is gone.</exception>
    /// <exception cref="CorruptIndexException">The commit is not sound.</exception>
    /// <exception cref="NotSupportedException">The documents of the index are sorted by a field.</exception>
    public static IndexWriter Open(IndexDirectory directory, IndexWriterOptions options)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(options);
        using var opened = new DisposeOnFailure();
        LiveIndex index = opened.Add(IndexOpening.Open(directory, options));
        var writer = new IndexWriter(index, options);
        foreach (LiveSegment segment in index.Current.Segments)
        {
            using SegmentReader reader = SegmentReader.Open(directory, segment.Written);
            writer._parts.Schemas.Add(reader.FieldInfos);
            if (reader.FieldInfos.Any(field => field.HasTermVectors))
                writer._parts.Merges.Exclude(segment.Name);
        }
        if (options.UserData is { } userData)
            index.SetUserData(userData);
        return opened.Release(writer);
    }

    /// <summary>Number of the latest change; 0 before the first.</summary>
    public long LastSequenceNumber
    {
        get
        {
            lock (_life.Lock)
                return _parts.Deletes.LastSequence;
        }
    }

    /// <summary>Memory that buffers, flushes and deletes hold, in bytes, as measured when each buffer was last given back.</summary>
    public long BufferedBytes
    {
        get
        {
            lock (_life.Lock)
                return _parts.Buffers.MemoryWith(_parts.Deletes.BufferedBytes).Total;
        }
    }

    /// <summary>Adds a document; returns the number of the change.</summary>
    /// <exception cref="InvalidDocumentException">The document cannot be indexed; its id is used up, nothing else happens.</exception>
    public long AddDocument(Document document) => Change([document], Replaced.Nothing);

    /// <summary>Adds a block: documents with consecutive ids that become visible together, or not at all.</summary>
    /// <exception cref="InvalidDocumentException">One of them cannot be indexed; none is added.</exception>
    public long AddDocuments(IEnumerable<Document> block) => Change(block, Replaced.Nothing);

    /// <summary>Deletes every earlier document with a term and adds a document, both or neither.</summary>
    /// <exception cref="InvalidDocumentException">The document cannot be indexed; nothing is deleted.</exception>
    public long UpdateDocument(Term replaced, Document document) => UpdateDocuments(replaced, [document]);

    /// <summary>Deletes every earlier document that matches a query and adds a document, both or neither.</summary>
    /// <exception cref="InvalidDocumentException">The document cannot be indexed; nothing is deleted.</exception>
    public long UpdateDocument(Query replaced, Document document) => UpdateDocuments(replaced, [document]);

    /// <summary>Deletes every earlier document with a term and adds a block, both or neither.</summary>
    /// <exception cref="InvalidDocumentException">One of the documents cannot be indexed; nothing is deleted and none is added.</exception>
    public long UpdateDocuments(Term replaced, IEnumerable<Document> block)
    {
        ArgumentNullException.ThrowIfNull(replaced);
        return Change(block, Replaced.By(replaced));
    }

    /// <summary>Deletes every earlier document that matches a query and adds a block, both or neither.</summary>
    /// <exception cref="InvalidDocumentException">One of the documents cannot be indexed; nothing is deleted and none is added.</exception>
    public long UpdateDocuments(Query replaced, IEnumerable<Document> block)
    {
        ArgumentNullException.ThrowIfNull(replaced);
        return Change(block, Replaced.By(replaced));
    }

    /// <summary>Deletes every document that was added before and has any of the terms.</summary>
    public long DeleteDocuments(params Term[] terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        foreach (Term term in terms)
            ArgumentNullException.ThrowIfNull(term, nameof(terms));
        return Change([], Replaced.By([.. terms]));
    }

    /// <summary>Deletes every document that was added before and matches any of the queries.</summary>
    /// <remarks>A query is asked segment by segment: it sees the index as if each segment were one of its own.</remarks>
    public long DeleteDocuments(params Query[] queries)
    {
        ArgumentNullException.ThrowIfNull(queries);
        foreach (Query query in queries)
            ArgumentNullException.ThrowIfNull(query, nameof(queries));
        return Change([], Replaced.By([.. queries]));
    }

    /// <summary>Deletes all documents and forgets all fields, buffered changes included.</summary>
    public long DeleteAll() => Inside(() =>
    {
        using Turn.Holder turn = _parts.Publisher.Turn.Take();
        return _parts.Flusher.DiscardAllInTurn(_parts.Clear);
    });

    /// <summary>Turns buffered changes into segments; readers that are opened from the directory do not see them before a commit.</summary>
    public void Flush() => Inside(() =>
    {
        _parts.Flusher.FlushAll();
        return true;
    });

    /// <summary>
    /// Merges the segments that are there now, buffered changes included, until they are at most so many, and drops their
    /// deleted documents where one is left. Returns when that is done; seen from the directory after the next commit.
    /// </summary>
    /// <remarks>Takes free space of up to the index's size. Segments with term vectors are left alone.</remarks>
    /// <param name="maxSegments">At least 1.</param>
    public void ForceMerge(int maxSegments)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSegments, 1);
        Inside(() =>
        {
            _parts.Flusher.FlushAll();
            _parts.Merger.ForceMerge(maxSegments);
            return true;
        });
    }

    /// <summary>Merges the segments of which the merge policy says that too many documents are deleted; returns when that is done.</summary>
    public void ForceMergeDeletes() => Inside(() =>
    {
        _parts.Flusher.FlushAll();
        _parts.Merger.ForceMergeDeletes();
        return true;
    });

    /// <summary>Adds all segments of the newest commits of other indexes, as they are, behind those of this one: all or none.</summary>
    /// <remarks>
    /// The files are copied; the other indexes stay as they are and may not be open for writing. Segments whose documents are
    /// all deleted are left out.
    /// </remarks>
    /// <returns>The number of the change: later deletes apply to the new documents.</returns>
    /// <exception cref="ArgumentException">An index is this one, is named twice, was created by another version, or has a field of another kind.</exception>
    /// <exception cref="NotSupportedException">The documents of an index are sorted by a field.</exception>
    /// <exception cref="LockHeldException">An index is open for writing.</exception>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    /// <exception cref="CorruptIndexException">An index is damaged.</exception>
    public long AddIndexes(params IndexDirectory[] directories)
    {
        ArgumentNullException.ThrowIfNull(directories);
        foreach (IndexDirectory directory in directories)
            ArgumentNullException.ThrowIfNull(directory, nameof(directories));
        return Inside(() => _parts.Importer.Import(directories));
    }

    /// <summary>Sets what the next commit keeps for the application, in place of what there was; the same again is no change.</summary>
    public void SetUserData(IReadOnlyDictionary<string, string> userData)
    {
        ArgumentNullException.ThrowIfNull(userData);
        Inside(() =>
        {
            lock (_life.Lock)
                _parts.Index.SetUserData(userData);
            return true;
        });
    }

    /// <summary>First phase of <see cref="Commit"/>: makes all changes durable, so that the second phase can hardly fail.</summary>
    /// <returns>The number of the latest change that the commit will have.</returns>
    /// <exception cref="InvalidOperationException">A commit is prepared already.</exception>
    public long PrepareCommit() => Inside(_parts.Committer.Prepare);

    /// <summary>Makes all changes durable and visible; after <see cref="PrepareCommit"/>, exactly the changes prepared there.</summary>
    /// <returns>False when nothing had changed since the last commit.</returns>
    public bool Commit() => Inside(_parts.Committer.Commit);

    /// <summary>Opens a reader that shows all changes so far, committed or not; nothing is synced. The caller disposes it.</summary>
    /// <remarks>It never changes, stays valid when the writer is closed, and shares with other readers of the writer what is the same.</remarks>
    public DirectoryReader OpenReader() => Enter(_parts.Opener.Open);

    /// <summary>Opens a reader that shows all changes so far, or returns null when <paramref name="old"/> shows them already.</summary>
    /// <param name="old">A reader that this writer opened; it stays open and remains the caller's to dispose.</param>
    public DirectoryReader? OpenIfChanged(DirectoryReader old)
    {
        ArgumentNullException.ThrowIfNull(old);
        return Enter(() => _parts.Opener.OpenIfChanged(old));
    }

    /// <summary>Pins the last commit: it stays, with all its files, until the snapshot is disposed.</summary>
    /// <exception cref="InvalidOperationException">There is no commit yet.</exception>
    public CommitSnapshot Snapshot() => Inside(() =>
    {
        lock (_life.Lock)
        {
            return _parts.Index.Committed is null
                ? throw new InvalidOperationException("There is no commit yet that could be kept.")
                : new CommitSnapshot(_life, _parts.Index);
        }
    });

    /// <summary>
    /// Gives up everything since the last commit, a prepared one included, and closes the writer. Changes that other threads
    /// are making fail with an <see cref="ObjectDisposedException"/>; returns when all are out.
    /// </summary>
    public void Rollback() => _life.RollBack();

    /// <summary>
    /// Commits, then closes and releases the lock, as Lucene's close does: to give changes up call <see cref="Rollback"/>.
    /// A commit that was prepared and not confirmed is given up, with everything after it.
    /// </summary>
    /// <remarks>
    /// Changes that other threads are making are finished first and are in the commit; later ones fail. Merges that are due
    /// are done first as well. Where a failure has ended the writer and no call that changes the index has thrown it yet (a
    /// merge in the background, as a rule), it is thrown here, once: the changes since the last commit are lost.
    /// </remarks>
    /// <exception cref="IOException">The commit failed, or a merge before it; the last commit is valid, and the lock is free.</exception>
    public void Dispose()
    {
        _parts.FinishMerges();
        _life.CloseAfter(() =>
        {
            if (_parts.Index.Prepared is null)
                _parts.Committer.Commit();
        });
        _life.Dispose();
    }

    private long Change(IEnumerable<Document> block, Replaced replaced)
    {
        ArgumentNullException.ThrowIfNull(block);
        Document[] documents = [.. block];
        foreach (Document document in documents)
            ArgumentNullException.ThrowIfNull(document, nameof(block));
        return Inside(() =>
        {
            _parts.Merger.AwaitRoom();
            return _parts.Adder.Change(documents, replaced);
        });
    }

    // A call whose failure tells the caller that changes are lost.
    private T Inside<T>(Func<T> call)
    {
        try
        {
            return Enter(call);
        }
        catch (Exception fault)
        {
            _life.Told(fault);
            throw;
        }
    }

    // Readers are opened by others too, in the background for example, than who relies on the changes.
    private T Enter<T>(Func<T> call)
    {
        _life.Enter();
        try
        {
            return _parts.Merger.ContinueAfter(call());
        }
        finally
        {
            _life.Leave();
        }
    }
}
