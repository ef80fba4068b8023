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
    private readonly bool _areBytes;
    private ByteNorms? _bytes;

    private NormsEntry(DocumentSet documents, NumericValues values, long offset, bool areBytes)
    {
        _documents = documents;
        _values = values;
        _offset = offset;
        _areBytes = areBytes;
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
            return new NormsEntry(documents, new ConstantValues(offset), 0, areBytes: false);
        if (offset < 0 || offset > data.Length - (long)count * width)
            throw new CorruptIndexException($"{count} norms of {width} bytes at {offset} of a file of {data.Length}", meta);
        return new NormsEntry(documents, new NormValues(data, offset, width), offset, width == 1 && !header.IsNone);
    }

    public NumericDocValues Open() => _documents.IsDense
        ? new NumericCursor<DenseSlots>(_documents.OpenDense(), _values)
        : new NumericCursor<SparseSlots>(_documents.OpenSparse(), _values);

    /// <summary>The norms by document, in any order; null when they are not one byte each. What that needs is made at the first call.</summary>
    public ByteNorms? Bytes => !_areBytes ? null : _bytes ??= _documents.IsDense
        ? new DenseByteNorms(_documents.Data, _offset, _documents.Count)
        : new SparseByteNorms(_documents, _offset);
}
