using Search.Engine.Codecs.Packed;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>A column of a list of numbers a document.</summary>
/// <remarks>README.md, "Sorted numeric"; column notes, section 3.9. Immutable; shareable.</remarks>
internal sealed class SortedNumericEntry : ColumnEntry
{
    private readonly DocumentSet _documents;
    private readonly NumericValues _values;
    private readonly SlotRanges _ranges;

    private SortedNumericEntry(DocumentSet documents, NumericValues values, SlotRanges ranges)
    {
        _documents = documents;
        _values = values;
        _ranges = ranges;
    }

    public static SortedNumericEntry Read(IndexInput meta, IndexInput data, int maxDoc)
    {
        NumericEncoding encoding = NumericEncoding.Read(meta, data);
        var documents = new DocumentSet(encoding.Header, data, maxDoc, meta.ReadInt32());
        MonotonicReader? starts = encoding.Count == documents.Count ? null : ColumnAddresses.Read(meta, data, documents.Count);
        return new SortedNumericEntry(documents, encoding.Values, new SlotRanges(starts, encoding.Count, data.Name));
    }

    public SortedNumericDocValues Open() => _documents.IsDense
        ? new SortedNumericCursor<DenseSlots>(_documents.OpenDense(), _ranges, _values.Open())
        : new SortedNumericCursor<SparseSlots>(_documents.OpenSparse(), _ranges, _values.Open());
}
