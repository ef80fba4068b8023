using Search.Engine.Codecs.Packed;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>A column of a set of dictionary strings a document, of which some document has several.</summary>
/// <remarks>README.md, "Sorted set"; column notes, section 3.8. Immutable; shareable.</remarks>
internal sealed class SortedSetEntry : ColumnEntry
{
    private readonly DocumentSet _documents;
    private readonly OrdinalReader _ordinals;
    private readonly SlotRanges _ranges;
    private readonly TermsDictionary _dictionary;

    private SortedSetEntry(DocumentSet documents, OrdinalReader ordinals, SlotRanges ranges, TermsDictionary dictionary)
    {
        _documents = documents;
        _ordinals = ordinals;
        _ranges = ranges;
        _dictionary = dictionary;
    }

    /// <summary>Reads a column of sets; one of single values comes as a <see cref="SortedEntry"/>.</summary>
    public static ColumnEntry Read(IndexInput meta, IndexInput data, int maxDoc)
    {
        int flag = meta.ReadByte();
        return flag switch
        {
            SortedColumnWriter.SingleValued => SortedEntry.Read(meta, data, maxDoc),
            SortedColumnWriter.MultiValued => ReadSets(meta, data, maxDoc),
            _ => throw new CorruptIndexException($"flag {flag} of a sorted-set column", meta),
        };
    }

    public SortedSetDocValues Open() => _documents.IsDense
        ? new SortedSetCursor<DenseSlots>(_documents.OpenDense(), _ranges, _ordinals, _dictionary)
        : new SortedSetCursor<SparseSlots>(_documents.OpenSparse(), _ranges, _ordinals, _dictionary);

    private static SortedSetEntry ReadSets(IndexInput meta, IndexInput data, int maxDoc)
    {
        DocumentSetHeader header = DocumentSetHeader.Read(meta, data);
        int width = meta.ReadByte();
        if (width == 0)
            throw new CorruptIndexException("ordinals of sets without bits", meta);
        long offset = meta.ReadInt64();
        long length = meta.ReadInt64();
        var documents = new DocumentSet(header, data, maxDoc, meta.ReadInt32());
        MonotonicReader starts = ColumnAddresses.Read(meta, data, documents.Count);
        long count = starts.Get(documents.Count);
        PackedReader packed = PackedReader.Open(data, offset, count, width);
        ColumnAddresses.CheckLength(meta, data, offset, length, PackedReader.ByteCount(count, width));
        TermsDictionary dictionary = TermsDictionary.Read(meta, data);
        var ordinals = new OrdinalReader(packed, dictionary.Count, data.Name);
        return new SortedSetEntry(documents, ordinals, new SlotRanges(starts, count, data.Name), dictionary);
    }
}
