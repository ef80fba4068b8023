using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>A column of one number a document.</summary>
/// <remarks>README.md, "Numeric"; column notes, section 3.4. Immutable; shareable.</remarks>
internal sealed class NumericEntry : ColumnEntry
{
    private readonly DocumentSet _documents;
    private readonly NumericValues _values;

    private NumericEntry(DocumentSet documents, NumericValues values)
    {
        _documents = documents;
        _values = values;
    }

    public static NumericEntry Read(IndexInput meta, IndexInput data, int maxDoc)
    {
        NumericEncoding encoding = NumericEncoding.Read(meta, data);
        return new NumericEntry(new DocumentSet(encoding.Header, data, maxDoc, encoding.Count), encoding.Values);
    }

    public NumericDocValues Open() => _documents.IsDense
        ? new NumericCursor<DenseSlots>(_documents.OpenDense(), _values.Open())
        : new NumericCursor<SparseSlots>(_documents.OpenSparse(), _values.Open());
}
