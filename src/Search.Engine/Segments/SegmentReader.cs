using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene50;
using Search.Engine.Codecs.Lucene80;
using Search.Engine.Codecs.Lucene87;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Segments;

/// <summary>Reads one segment as of one commit: the shared core, its deletions and its column updates.</summary>
/// <remarks>
/// Counts references: the readers of several commits share it as long as the segment's state is the same, and share its
/// core when only the state differs. Shareable between threads; the cursors that it opens belong to one thread each.
/// </remarks>
internal sealed class SegmentReader : LeafReader, IDisposable
{
    private readonly SegmentCore _core;
    private readonly ColumnUpdates _updates;
    private readonly ReferenceCounter _references;

    private SegmentReader(SegmentCore core, SegmentCommitInfo commit, ColumnUpdates updates, FixedBitSet? hardLiveDocs, ReaderOptions options)
    {
        _core = core;
        _updates = updates;
        _references = new ReferenceCounter(Close);
        Commit = commit;
        HardLiveDocs = hardLiveDocs;
        LiveDocs = options.ShowsSoftDeleted ? hardLiveDocs : WithoutSoftDeletes(hardLiveDocs, options.SoftDeletesField);
        NumDocs = LiveDocs?.Cardinality() ?? MaxDoc;
    }

    /// <summary>The state of the segment that is read.</summary>
    public SegmentCommitInfo Commit { get; }

    /// <summary>Where the segment's own files are: the index, or its compound file.</summary>
    public IndexDirectory Files => _core.Files;

    public override int MaxDoc => _core.Segment.MaxDoc;

    public override int NumDocs { get; }

    /// <summary>The documents that are deleted neither hard nor, unless the reader shows them, softly; null when that is all of them.</summary>
    public override FixedBitSet? LiveDocs { get; }

    /// <summary>The documents that the <c>.liv</c> file, or the writer's memory, leaves; null when that is all of them.</summary>
    public FixedBitSet? HardLiveDocs { get; }

    /// <summary>Whether there are softly deleted documents and they are hidden.</summary>
    public bool HidesSoftDeleted => !ReferenceEquals(LiveDocs, HardLiveDocs);

    public override object CoreKey => _core;

    public override FieldInfos FieldInfos => _updates.Fields;

    /// <summary>The stored values, for whoever copies them.</summary>
    internal StoredFieldsReader Stored => _core.Stored;

    /// <summary>Opens a segment; the reader holds one reference, which disposing gives back.</summary>
    /// <param name="liveDocs">Deletions that are in memory, in place of those of the file; null: those of the file.</param>
    /// <exception cref="CorruptIndexException">A file is damaged or missing.</exception>
    public static SegmentReader Open(IndexDirectory directory, SegmentCommitInfo commit, ReaderOptions? options = null, FixedBitSet? liveDocs = null)
    {
        SegmentCore core;
        try
        {
            core = SegmentCore.Open(directory, commit.Segment);
        }
        catch (FileNotFoundException missing)
        {
            throw CorruptIndexException.OfMissing(missing, $"segment {commit.Segment.Name}");
        }
        return OpenState(core, directory, commit, options, liveDocs);
    }

    /// <summary>Opens another state of the same segment over the same core.</summary>
    /// <param name="liveDocs">Deletions that are in memory, in place of those of the file; null: those of the file.</param>
    public SegmentReader Reopen(IndexDirectory directory, SegmentCommitInfo commit, ReaderOptions? options = null, FixedBitSet? liveDocs = null)
    {
        _core.Acquire();
        return OpenState(_core, directory, commit, options, liveDocs);
    }

    /// <summary>Takes one more reference.</summary>
    public void Acquire() => _references.Acquire();

    /// <summary>Gives one reference back; the last one closes.</summary>
    public void Dispose() => _references.Release();

    public override Terms? Terms(string field) =>
        FieldInfos.Find(field) is { IndexOptions: not IndexOptions.None } ? _core.Postings?.Terms(field) : null;

    public override NumericDocValues? Norms(string field) =>
        FieldInfos.Find(field) is { HasNorms: true } info ? _core.Norms?.Norms(info) : null;

    public override ByteNorms? ByteNorms(string field) =>
        FieldInfos.Find(field) is { HasNorms: true } info ? _core.Norms?.Bytes(info) : null;

    public override NumericDocValues? NumericColumn(string field) =>
        Find(field, DocValuesType.Numeric) is { } info ? ColumnsOf(info)?.Numeric(info) : null;

    public override BinaryDocValues? BinaryColumn(string field) =>
        Find(field, DocValuesType.Binary) is { } info ? ColumnsOf(info)?.Binary(info) : null;

    public override SortedDocValues? SortedColumn(string field) =>
        Find(field, DocValuesType.Sorted) is { } info ? ColumnsOf(info)?.Sorted(info) : null;

    public override SortedSetDocValues? SortedSetColumn(string field) =>
        Find(field, DocValuesType.SortedSet) is { } info ? ColumnsOf(info)?.SortedSet(info) : null;

    public override SortedNumericDocValues? SortedNumericColumn(string field) =>
        Find(field, DocValuesType.SortedNumeric) is { } info ? ColumnsOf(info)?.SortedNumeric(info) : null;

    public override PointValues? Points(string field) =>
        FieldInfos.Find(field) is { PointDimensionCount: > 0 } info ? _core.Points?.Points(info) : null;

    public override void VisitStored(int docId, StoredFieldVisitor visitor) => _core.Stored.Visit(docId, visitor);

    /// <summary>Compares the checksums of all files with their bytes.</summary>
    public void CheckIntegrity()
    {
        _core.CheckIntegrity();
        _updates.CheckIntegrity();
    }

    // Takes over a reference to the core, also when it fails.
    private static SegmentReader OpenState(
        SegmentCore core, IndexDirectory directory, SegmentCommitInfo commit, ReaderOptions? options, FixedBitSet? liveDocs)
    {
        using var opened = new DisposeOnFailure();
        try
        {
            if (liveDocs is null && commit.DeletionGeneration >= 0)
                liveDocs = Lucene50LiveDocsFormat.Read(directory, commit);
            ColumnUpdates updates = opened.Add(ColumnUpdates.Open(directory, commit, core.Fields));
            return opened.Release(new SegmentReader(core, commit, updates, liveDocs, options ?? ReaderOptions.Default));
        }
        catch (Exception failure)
        {
            core.Release();
            if (failure is FileNotFoundException missing)
                throw CorruptIndexException.OfMissing(missing, $"segment {commit.Segment.Name}");
            throw;
        }
    }

    private FieldInfo? Find(string field, DocValuesType type) =>
        FieldInfos.Find(field) is { } info && info.DocValuesType == type ? info : null;

    private Lucene80DocValuesReader? ColumnsOf(FieldInfo field) => _updates.Find(field) ?? _core.ColumnsOf(field);

    // A document with any value in the soft-deletes column counts as deleted.
    private FixedBitSet? WithoutSoftDeletes(FixedBitSet? hardLiveDocs, string? fieldName)
    {
        FieldInfo? field = fieldName is null ? FieldInfos.FirstOrDefault(info => info.IsSoftDeletes) : FieldInfos.Find(fieldName);
        if (field is null || (field.IsSoftDeletes && Commit.SoftDeletionCount == 0) || OpenColumn(field) is not { } column)
            return hardLiveDocs;
        FixedBitSet live = hardLiveDocs?.Clone() ?? AllOf(MaxDoc);
        for (int docId = column.NextDoc(); docId != DocIdCursor.NoMoreDocs; docId = column.NextDoc())
            live.Clear(docId);
        return live;
    }

    /// <summary>The documents with a value in the column of a field, whatever its kind; null when there is none.</summary>
    public DocValuesCursor? OpenColumn(FieldInfo field) => field.DocValuesType switch
    {
        DocValuesType.Numeric => NumericColumn(field.Name),
        DocValuesType.Binary => BinaryColumn(field.Name),
        DocValuesType.Sorted => SortedColumn(field.Name),
        DocValuesType.SortedSet => SortedSetColumn(field.Name),
        DocValuesType.SortedNumeric => SortedNumericColumn(field.Name),
        _ => null,
    };

    private static FixedBitSet AllOf(int maxDoc)
    {
        var all = new FixedBitSet(maxDoc);
        all.SetRange(0, maxDoc);
        return all;
    }

    private void Close()
    {
        _updates.Dispose();
        _core.Release();
    }
}
