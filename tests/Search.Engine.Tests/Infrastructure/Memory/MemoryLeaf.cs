using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Util;

namespace Search.Engine.Tests.Infrastructure.Memory;

/// <summary>A segment in plain arrays.</summary>
internal sealed class MemoryLeaf : LeafReader
{
    private readonly Dictionary<string, MemoryField> _fields = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Document> _documents;
    private FixedBitSet? _liveDocs;

    public MemoryLeaf(Analyzer analyzer, IReadOnlyList<Document> documents, int blockSize)
    {
        _documents = documents;
        for (var docId = 0; docId < documents.Count; docId++)
        {
            foreach (IGrouping<string, Field> values in documents[docId].GroupBy(value => value.Name))
            {
                if (!_fields.TryGetValue(values.Key, out MemoryField? field))
                    _fields.Add(values.Key, field = new MemoryField(values.Key, _fields.Count, MaxDoc));
                field.Add(docId, [.. values], analyzer);
            }
        }
        foreach (MemoryField field in _fields.Values)
            field.Finish(blockSize);
        FieldInfos = new FieldInfos(_fields.Values.Select(field => field.Info));
    }

    public override int MaxDoc => _documents.Count;

    public override int NumDocs => _liveDocs?.Cardinality() ?? MaxDoc;

    public override FixedBitSet? LiveDocs => _liveDocs;

    public override FieldInfos FieldInfos { get; }

    public void Delete(Predicate<int> isDeleted)
    {
        _liveDocs = new FixedBitSet(MaxDoc);
        for (var docId = 0; docId < MaxDoc; docId++)
        {
            if (!isDeleted(docId))
                _liveDocs.Set(docId);
        }
    }

    public override Terms? Terms(string field) => Find(field)?.Terms;

    // Norms of a field that every document has are dense.
    public override NumericDocValues? Norms(string field) =>
        Find(field) is { Info.HasNorms: true } found ? new MemoryNumbers(found.Norms) : null;

    public override ByteNorms? ByteNorms(string field) =>
        Find(field) is { Info.HasNorms: true } found && found.Norms.Count == MaxDoc ? new MemoryByteNorms(found.DenseNorms) : null;

    public override NumericDocValues? NumericColumn(string field) => Column(field, DocValuesType.Numeric) is { } found ? new MemoryNumbers(found.Numbers) : null;

    public override BinaryDocValues? BinaryColumn(string field) => null;

    public override SortedDocValues? SortedColumn(string field) => Column(field, DocValuesType.Sorted) is { } found ? new MemoryStrings(found.Strings) : null;

    public override SortedSetDocValues? SortedSetColumn(string field) => null;

    public override SortedNumericDocValues? SortedNumericColumn(string field) => null;

    public override PointValues? Points(string field) => Find(field) is { Points.Count: > 0 } found ? new MemoryPoints(found.Points) : null;

    public override void VisitStored(int docId, StoredFieldVisitor visitor)
    {
        foreach (Field value in _documents[docId])
        {
            if (value.Type.IsStored && value.Text is { } text && visitor.Needs(FieldInfos.Find(value.Name)!) == StoredFieldVisitor.Decision.Read)
                visitor.Visit(FieldInfos.Find(value.Name)!, text);
        }
    }

    private MemoryField? Find(string field) => _fields.GetValueOrDefault(field);

    private MemoryField? Column(string field, DocValuesType type) => Find(field) is { } found && found.Info.DocValuesType == type ? found : null;
}
