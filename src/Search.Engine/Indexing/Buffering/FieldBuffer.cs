using Search.Engine.Codecs;
using Search.Engine.Documents;
using Search.Engine.Index;

namespace Search.Engine.Indexing.Buffering;

/// <summary>What the documents of one segment in the making hold of one field.</summary>
internal sealed class FieldBuffer(FieldSchema schema, ByteArena arena, BufferMeter meter)
{
    private readonly List<int> _softlyDeleted = [];
    private bool _omitsNorms;
    private DocValuesType _columnType;

    public string Name => schema.Name;

    /// <summary>Name and number: all that stored values need to know.</summary>
    public FieldInfo StoredInfo { get; } = new() { Name = schema.Name, Number = schema.Number };

    /// <summary>Terms and postings; null while no document has an indexed value.</summary>
    public PostingsBuffer? Postings { get; private set; }

    /// <summary>Lengths; null while no document has an indexed value, or when one of them asked to leave them out.</summary>
    public NormsBuffer? Norms { get; private set; }

    public ColumnBuffer? Column { get; private set; }

    public PointsBuffer? Points { get; private set; }

    /// <summary>State of the document being added.</summary>
    public Inversion Inversion { get; } = new();

    /// <summary>How values are analysed; null before the first one.</summary>
    public FieldAnalysis? Analysis { get; set; }

    /// <summary>The document for which <see cref="Inversion"/> holds; -1: none yet.</summary>
    public int InvertedDocId { get; private set; } = -1;

    /// <summary>Documents that are born softly deleted, ascending: they have a value in the field that says so.</summary>
    public IReadOnlyList<int> SoftlyDeleted => _softlyDeleted;

    /// <summary>The document whose single column value was seen; -1: none yet.</summary>
    public int ColumnDocId { get; set; } = -1;

    /// <summary>The type that was last found to agree with the schema.</summary>
    public FieldType? CheckedType { get; set; }

    /// <summary>Prepares for an indexed value; true when it is the field's first in the document.</summary>
    public bool StartValue(int docId, FieldType type)
    {
        Postings ??= new PostingsBuffer(type.IndexOptions, arena, meter);
        // A field that omits norms in one document omits them in the whole segment.
        _omitsNorms |= type.OmitsNorms;
        Norms = _omitsNorms ? null : Norms ?? new NormsBuffer(meter);
        if (InvertedDocId == docId)
            return false;
        InvertedDocId = docId;
        Inversion.Reset();
        return true;
    }

    /// <summary>Records the length of the field in a document after its last value, also after a value that failed.</summary>
    public void FinishDocument(int docId)
    {
        int length = Postings!.Options == IndexOptions.Docs
            ? Inversion.UniqueTerms
            : Inversion.Length - Inversion.Overlaps;
        Norms?.Set(docId, LengthNorm.Encode(length));
    }

    public void AddColumnValue(int docId, Field value)
    {
        _columnType = value.Type.DocValuesType;
        Column ??= ColumnBuffer.Create(_columnType, arena, meter);
        Column.Add(docId, value);
        if (schema.IsSoftDeletes && (_softlyDeleted.Count == 0 || _softlyDeleted[^1] != docId))
            _softlyDeleted.Add(docId);
    }

    public void AddPoint(int docId, Field value)
    {
        Points ??= new PointsBuffer(value.Type.PointBytes, meter);
        Points.Add(docId, value.Bytes.Span);
    }

    /// <summary>The field as the segment's field infos hold it.</summary>
    public FieldInfo ToFieldInfo()
    {
        var info = new FieldInfo
        {
            Name = Name,
            Number = schema.Number,
            IndexOptions = Postings?.Options ?? IndexOptions.None,
            OmitsNorms = Postings is not null && _omitsNorms,
            DocValuesType = _columnType,
            IsSoftDeletes = schema.IsSoftDeletes,
            PointDimensionCount = Points is null ? 0 : 1,
            PointIndexDimensionCount = Points is null ? 0 : 1,
            PointBytesPerDimension = Points?.BytesPerPoint ?? 0,
        };
        return Lucene87Codec.WithAttributes(info, hasTerms: Postings is { TermCount: > 0 });
    }
}
