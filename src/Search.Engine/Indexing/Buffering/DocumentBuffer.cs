using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing.Flushing;

namespace Search.Engine.Indexing.Buffering;

/// <summary>The documents of one segment in the making: inverted in memory, their stored values already on their way to disk.</summary>
/// <remarks>
/// A document that cannot be indexed leaves its id behind as a deleted document with nothing stored; what was inverted of
/// it stays and counts in the statistics like that of any deleted document. One thread at a time; reused from segment to
/// segment.
/// </remarks>
internal sealed class DocumentBuffer
{
    private readonly FieldSchemas _schemas;
    private readonly FieldInverter _inverter;
    private readonly BufferMeter _meter;
    private readonly ByteArena _arena;
    private readonly Dictionary<string, FieldBuffer> _fields = new(StringComparer.Ordinal);
    private readonly List<FieldBuffer> _ofValues = []; // of the current document's values, in their order
    private readonly List<FieldBuffer> _inverted = []; // by the current document
    private readonly SortedSet<int> _failedDocs = [];
    private int _reservedEnd;

    public DocumentBuffer(Analyzer analyzer, FieldSchemas schemas, BlockPool blocks)
    {
        _meter = new BufferMeter(blocks);
        _schemas = schemas;
        _inverter = new FieldInverter(analyzer);
        _arena = new ByteArena(_meter);
        Sequences = new BlockSequences(_meter);
    }

    /// <summary>Number of documents, failed ones included.</summary>
    public int DocCount { get; private set; }

    /// <summary>Memory that the documents hold.</summary>
    public long BufferedBytes => _meter.Bytes + (Draft?.BufferedBytes ?? 0);

    /// <summary>What <see cref="BufferedBytes"/> was when the buffer was last given back; the writer's lock guards it.</summary>
    public long KnownBytes { get; private set; }

    /// <summary>Whether the thread that has the buffer must flush it when it gives it back; the writer's lock guards it.</summary>
    public bool IsFlushWanted { get; set; }

    /// <summary>The sequence numbers of the documents; goes with the segment.</summary>
    public BlockSequences Sequences { get; private set; }

    /// <summary>Documents that failed and are born deleted, ascending.</summary>
    public IReadOnlyCollection<int> FailedDocs => _failedDocs;

    /// <summary>The segment's files so far; null before the first document.</summary>
    public SegmentDraft? Draft { get; private set; }

    /// <summary>Whether a fault struck where it leaves the buffer in an unknown state: nothing of it can be kept.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The fields, by name.</summary>
    public IReadOnlyDictionary<string, FieldBuffer> Fields => _fields;

    /// <summary>Starts a segment.</summary>
    public void Begin(SegmentDraft draft) => Draft = draft;

    /// <summary>Makes room for documents; <see cref="GiveBackReserved"/> says how much of it was not needed.</summary>
    public void Reserve(int docCount) => _reservedEnd = DocCount + docCount;

    /// <summary>Ends what <see cref="Reserve"/> began: the number of documents that did not come.</summary>
    public int GiveBackReserved()
    {
        KnownBytes = BufferedBytes;
        return _reservedEnd - DocCount;
    }

    /// <summary>Forgets everything and gives the memory back.</summary>
    public void Reset()
    {
        IsFlushWanted = false;
        KnownBytes = 0;
        _fields.Clear();
        _ofValues.Clear();
        _inverted.Clear();
        _failedDocs.Clear();
        _inverter.Reset();
        _arena.Reset();
        _meter.Reset();
        Sequences = new BlockSequences(_meter);
        DocCount = 0;
        Draft = null;
        IsBroken = false;
    }

    /// <summary>Adds a document under the id <see cref="DocCount"/>, which is used up in any case.</summary>
    /// <exception cref="InvalidDocumentException">The document cannot be indexed.</exception>
    public void Add(Document document)
    {
        int docId = DocCount++;
        _inverted.Clear();
        _ofValues.Clear();
        try
        {
            for (var i = 0; i < document.Count; i++)
                _ofValues.Add(Check(docId, document[i]));
            for (var i = 0; i < document.Count; i++)
                Invert(docId, _ofValues[i], document[i]);
        }
        catch (Exception fault)
        {
            Fail(docId, fault);
            throw;
        }
        IsBroken = true; // until all parts have the document
        FinishInverted(docId);
        for (var i = 0; i < document.Count; i++)
            AddColumns(docId, _ofValues[i], document[i]);
        Draft!.StoreDocument(document, _ofValues);
        IsBroken = false;
    }

    /// <summary>Gives up all documents from an id on: the rest of a block whose last document failed.</summary>
    public void FailFrom(int docId)
    {
        for (; docId < DocCount; docId++)
            _failedDocs.Add(docId);
    }

    private void Fail(int docId, Exception fault)
    {
        IsBroken = true;
        _failedDocs.Add(docId);
        FinishInverted(docId);
        Draft!.StoreNothing();
        IsBroken = fault is OutOfMemoryException;
    }

    private FieldBuffer Check(int docId, Field value)
    {
        if (!_fields.TryGetValue(value.Name, out FieldBuffer? field))
        {
            field = new FieldBuffer(_schemas.Register(value.Name, value.Type), _arena, _meter);
            field.CheckedType = value.Type;
            _fields.Add(value.Name, field);
        }
        else if (field.CheckedType != value.Type)
        {
            _schemas.Register(value.Name, value.Type);
            field.CheckedType = value.Type;
        }
        ValueCheck.Check(value);
        if (value.Type.DocValuesType is not (DocValuesType.Numeric or DocValuesType.Binary or DocValuesType.Sorted))
            return field;
        if (field.ColumnDocId == docId)
            throw new InvalidDocumentException($"Field \"{value.Name}\" has two values for a column that takes one a document.", value.Name);
        field.ColumnDocId = docId;
        return field;
    }

    private void Invert(int docId, FieldBuffer field, Field value)
    {
        if (value.Type.IndexOptions == IndexOptions.None)
            return;
        if (field.StartValue(docId, value.Type))
            _inverted.Add(field);
        _inverter.Invert(docId, field, value);
    }

    private void FinishInverted(int docId)
    {
        _inverter.Finish(docId);
        foreach (FieldBuffer field in _inverted)
            field.FinishDocument(docId);
    }

    private static void AddColumns(int docId, FieldBuffer field, Field value)
    {
        FieldType type = value.Type;
        if (type.DocValuesType != DocValuesType.None)
            field.AddColumnValue(docId, value);
        if (type.PointBytes != 0)
            field.AddPoint(docId, value);
    }
}
