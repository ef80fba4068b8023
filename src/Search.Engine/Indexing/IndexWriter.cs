using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing.Buffering;
using Search.Engine.Indexing.Commits;
using Search.Engine.Indexing.Deletes;
using Search.Engine.Indexing.Flushing;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Indexing;

/// <summary>Changes an index: adds, replaces and deletes documents, and makes the changes durable and visible with a commit.</summary>
/// <remarks>
/// <para>Shareable between threads; one lock guards the whole state. Changes are buffered, flushed to segments when the
/// buffer is full, and seen by readers that are opened after the next <see cref="Commit"/>. A crash or a failure at any
/// point leaves the last commit.</para>
/// <para>A document that cannot be indexed is an exception for that document or block alone: the writer stays usable.
/// Any other failure (a full disk, a lost lock) ends the writer: it gives up all that is not committed and releases the
/// lock.</para>
/// </remarks>
public sealed class IndexWriter : IDisposable
{
    /// <summary>Most documents that an index can have, deleted ones included.</summary>
    public const int MaxDocs = int.MaxValue - 128;

    private readonly Lock _lock = new();
    private readonly IndexWriterOptions _options;
    private readonly LiveIndex _index;
    private readonly FieldSchemas _schemas = new();
    private readonly DocumentBuffer _buffer;
    private readonly DeleteQueue _deletes = new();
    private WriterEnd? _end;

    private IndexWriter(LiveIndex index, IndexWriterOptions options)
    {
        _index = index;
        _options = options;
        _buffer = new DocumentBuffer(options.Analyzer, _schemas);
    }

    /// <summary>Opens an index for writing and clears away what an interrupted writer left behind.</summary>
    /// <param name="directory">Where the index is; the caller keeps it and disposes it after the writer.</param>
    /// <exception cref="LockHeldException">Another writer, of this or of another process, has the index.</exception>
    /// <exception cref="IndexNotFoundException">There is no index and the mode is <see cref="OpenMode.Append"/>.</exception>
    /// <exception cref="CorruptIndexException">The newest commit is not sound.</exception>
    public static IndexWriter Open(IndexDirectory directory, IndexWriterOptions options)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(options);
        using var opened = new DisposeOnFailure();
        LiveIndex index = opened.Add(IndexOpening.Open(directory, options.OpenMode));
        var writer = new IndexWriter(index, options);
        foreach (LiveSegment segment in index.Current.Segments)
        {
            using SegmentReader reader = SegmentReader.Open(directory, segment.Written);
            writer._schemas.Add(reader.FieldInfos);
        }
        if (options.UserData is { } userData)
            index.SetUserData(userData);
        return opened.Release(writer);
    }

    /// <summary>Adds a document.</summary>
    /// <exception cref="InvalidDocumentException">The document cannot be indexed; its id is used up, nothing else happens.</exception>
    public void AddDocument(Document document)
    {
        Change([document], replaced: null);
    }

    /// <summary>Adds a block: documents with consecutive ids that become visible together, or not at all.</summary>
    /// <exception cref="InvalidDocumentException">One of them cannot be indexed; none is added.</exception>
    public void AddDocuments(IEnumerable<Document> block)
    {
        ArgumentNullException.ThrowIfNull(block);
        Change([.. block], replaced: null);
    }

    /// <summary>Deletes every earlier document with a term and adds a document, both or neither.</summary>
    /// <exception cref="InvalidDocumentException">The document cannot be indexed; nothing is deleted.</exception>
    public void UpdateDocument(Term replaced, Document document)
    {
        ArgumentNullException.ThrowIfNull(replaced);
        Change([document], replaced);
    }

    /// <summary>Deletes every earlier document with a term and adds a block, both or neither.</summary>
    /// <exception cref="InvalidDocumentException">One of the documents cannot be indexed; nothing is deleted and none is added.</exception>
    public void UpdateDocuments(Term replaced, IEnumerable<Document> block)
    {
        ArgumentNullException.ThrowIfNull(replaced);
        ArgumentNullException.ThrowIfNull(block);
        Change([.. block], replaced);
    }

    /// <summary>Deletes every document that was added before and has any of the terms.</summary>
    public void DeleteDocuments(params Term[] terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        foreach (Term term in terms)
            ArgumentNullException.ThrowIfNull(term, nameof(terms));
        lock (_lock)
        {
            ThrowIfEnded();
            foreach (Term term in terms)
                _deletes.Add(term, _buffer.DocCount);
            FlushIfFull();
        }
    }

    /// <summary>Deletes all documents and forgets all fields, buffered changes included.</summary>
    public void DeleteAll() => Guarded(() =>
    {
        DiscardBuffered();
        _schemas.Clear();
        _index.Publish(_index.Current.WithSegments([]), created: []);
    });

    /// <summary>Turns buffered changes into a segment; readers do not see it before a commit.</summary>
    public void Flush() => Guarded(FlushBuffered);

    /// <summary>Sets what the next commit keeps for the application, in place of what there was; the same again is no change.</summary>
    public void SetUserData(IReadOnlyDictionary<string, string> userData)
    {
        ArgumentNullException.ThrowIfNull(userData);
        Guarded(() => _index.SetUserData(userData));
    }

    /// <summary>First phase of <see cref="Commit"/>: makes all changes durable, so that the second phase can hardly fail.</summary>
    /// <exception cref="InvalidOperationException">A commit is prepared already.</exception>
    public void PrepareCommit()
    {
        lock (_lock)
        {
            ThrowIfEnded();
            if (_index.HasPreparedCommit)
                throw new InvalidOperationException("A commit is prepared already: finish it with Commit, or roll back.");
            Guarded(FlushAndPrepare);
        }
    }

    /// <summary>Makes all changes durable and visible; after <see cref="PrepareCommit"/>, exactly the changes prepared there.</summary>
    /// <returns>False when nothing had changed since the last commit.</returns>
    public bool Commit()
    {
        var committed = false;
        Guarded(() =>
        {
            if (!_index.HasPreparedCommit)
                FlushAndPrepare();
            committed = _index.FinishCommit();
        });
        return committed;
    }

    /// <summary>Gives up everything since the last commit, a prepared one included, and closes the writer.</summary>
    public void Rollback()
    {
        lock (_lock)
        {
            if (_end is null)
                End(cause: null);
        }
    }

    /// <summary>
    /// Commits, then closes and releases the lock, as Lucene's close does: to give changes up call <see cref="Rollback"/>.
    /// A commit that was prepared and not confirmed is given up, with everything after it.
    /// </summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_end is not null)
                return;
            if (!_index.HasPreparedCommit)
                Commit();
            End(cause: null);
        }
    }

    private void Change(Document[] block, Term? replaced)
    {
        foreach (Document document in block)
            ArgumentNullException.ThrowIfNull(document, nameof(block));
        lock (_lock)
        {
            ThrowIfEnded();
            int firstDocId = _buffer.DocCount;
            if (block.Length > 0)
                AddToBuffer(block, firstDocId);
            if (replaced is not null)
                _deletes.Add(replaced, firstDocId);
            FlushIfFull();
        }
    }

    private void AddToBuffer(Document[] block, int firstDocId)
    {
        if (_index.Current.MaxDoc + firstDocId + block.Length > _options.MaxDocs)
            throw new InvalidOperationException($"The index would have more than {_options.MaxDocs} documents.");
        if (_buffer.Draft is null)
            Guarded(() => _buffer.Begin(SegmentDraft.Create(_index.Directory, _index.NextSegmentName())));
        try
        {
            foreach (Document document in block)
                _buffer.Add(document);
        }
        catch (Exception fault)
        {
            _buffer.FailFrom(firstDocId);
            if (_buffer.IsBroken)
                End(fault);
            throw;
        }
    }

    private void FlushIfFull()
    {
        if (_options.FlushPolicy.ShouldFlush(_buffer.BufferedBytes, _deletes.BufferedBytes))
            Guarded(FlushBuffered);
    }

    private void FlushAndPrepare()
    {
        FlushBuffered();
        _index.PrepareCommit();
    }

    private void FlushBuffered()
    {
        FrozenDeletes deletes = _deletes.Freeze();
        LiveSegment? flushed = _buffer.Draft is null ? null : SegmentFlusher.Flush(_buffer);
        SegmentList next = new DeleteApplier(_index.Directory).Apply(_index.Current, deletes, flushed);
        if (!ReferenceEquals(next, _index.Current))
            _index.Publish(next, created: flushed is null ? [] : [.. flushed.Written.AllFiles()]);
        _buffer.Reset();
    }

    private void DiscardBuffered()
    {
        _deletes.Clear();
        if (_buffer.Draft is { } draft)
        {
            draft.Dispose();
            _index.Discard([.. draft.CreatedFiles]);
        }
        _buffer.Reset();
    }

    // A failure in here leaves no state to go on from.
    private void Guarded(Action change)
    {
        lock (_lock)
        {
            ThrowIfEnded();
            try
            {
                change();
            }
            catch (Exception fault)
            {
                End(fault);
                throw;
            }
        }
    }

    private void End(Exception? cause)
    {
        _end = new WriterEnd(cause);
        try
        {
            DiscardBuffered();
            _index.Rollback();
        }
        catch (Exception fault) when (cause is not null && fault is IOException or UnauthorizedAccessException)
        {
            // The failure that ends the writer is the one to report; the next writer clears the rest away.
        }
        finally
        {
            _index.Dispose();
        }
    }

    private void ThrowIfEnded()
    {
        if (_end is not null)
            _end.Throw();
    }
}
