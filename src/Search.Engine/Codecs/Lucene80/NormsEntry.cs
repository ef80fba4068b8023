using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>The norms of one field.</summary>
/// <remarks>README.md, "Norms"; column notes, section 2.2. Immutable; shareable.</remarks>
internal sealed class NormsEntry
{
    private readonly DocumentSet _documents;
    private readonly NumericValues _values;
    private readonly long _offset;
    private readonly bool _isDenseBytes;

    private NormsEntry(DocumentSet documents, NumericValues values, long offset, bool isDenseBytes)
    {
        _documents = documents;
        _values = values;
        _offset = offset;
        _isDenseBytes = isDenseBytes;
    }

    public static NormsEntry Read(IndexInput meta, IndexInput data, int maxDoc)
    {
        DocumentSetHeader header = DocumentSetHeader.Read(meta, data);
        int count = meta.ReadInt32();
        var documents = new DocumentSet(header, data, maxDoc, count);
        int width = meta.ReadByte();
        long offset = meta.ReadInt64(); // the value itself when the width is 0
        if (width is not (0 or 1 or 2 or 4 or 8))
            throw new CorruptIndexException($"norms of {width} bytes", meta);
        if (width == 0)
            return new NormsEntry(documents, new ConstantValues(offset), 0, isDenseBytes: false);
        if (offset < 0 || offset > data.Length - (long)count * width)
            throw new CorruptIndexException($"{count} norms of {width} bytes at {offset} of a file of {data.Length}", meta);
        return new NormsEntry(documents, new NormValues(data, offset, width), offset, header.IsAll && width == 1);
    }

    public NumericDocValues Open() => _documents.IsDense
        ? new NumericCursor<DenseSlots>(_documents.OpenDense(), _values)
        : new NumericCursor<SparseSlots>(_documents.OpenSparse(), _values);

    /// <summary>One byte a document; empty when the norms are not stored that way.</summary>
    public ReadOnlySpan<byte> DenseBytes => _isDenseBytes ? _documents.Data.SpanAt(_offset, _documents.Count) : [];
}
