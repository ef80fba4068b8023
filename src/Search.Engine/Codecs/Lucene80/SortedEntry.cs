using Search.Engine.Codecs.Packed;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>A column of one dictionary string a document.</summary>
/// <remarks>README.md, "Sorted"; column notes, section 3.6. Immutable; shareable.</remarks>
internal sealed class SortedEntry : ColumnEntry
{
    private readonly DocumentSet _documents;
    private readonly OrdinalReader _ordinals;
    private readonly TermsDictionary _dictionary;

    private SortedEntry(DocumentSet documents, OrdinalReader ordinals, TermsDictionary dictionary)
    {
        _documents = documents;
        _ordinals = ordinals;
        _dictionary = dictionary;
    }

    public static SortedEntry Read(IndexInput meta, IndexInput data, int maxDoc)
    {
        DocumentSetHeader header = DocumentSetHeader.Read(meta, data);
        var documents = new DocumentSet(header, data, maxDoc, meta.ReadInt32());
        int width = meta.ReadByte();
        long offset = meta.ReadInt64();
        ColumnAddresses.CheckLength(meta, data, offset, meta.ReadInt64(), PackedReader.ByteCount(documents.Count, width));
        PackedReader packed = PackedReader.Open(data, offset, documents.Count, width);
        TermsDictionary dictionary = TermsDictionary.Read(meta, data);
        return new SortedEntry(documents, new OrdinalReader(packed, dictionary.Count, data.Name), dictionary);
    }

    public SortedDocValues Open() => _documents.IsDense
        ? new SortedCursor<DenseSlots>(_documents.OpenDense(), _ordinals, _dictionary)
        : new SortedCursor<SparseSlots>(_documents.OpenSparse(), _ordinals, _dictionary);
}
