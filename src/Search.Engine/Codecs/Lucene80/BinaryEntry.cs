using Search.Engine.Codecs.Packed;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>A column of one byte string a document.</summary>
/// <remarks>README.md, "Binary"; column notes, section 3.5. Immutable; shareable.</remarks>
internal sealed class BinaryEntry : ColumnEntry
{
    private const int MaxChunkShift = 16;

    private readonly DocumentSet _documents;
    private readonly BinaryValues _values;

    private BinaryEntry(DocumentSet documents, BinaryValues values)
    {
        _documents = documents;
        _values = values;
    }

    public static BinaryEntry Read(IndexInput meta, IndexInput data, int maxDoc, bool isCompressed)
    {
        long offset = meta.ReadInt64();
        long length = meta.ReadInt64();
        DocumentSetHeader header = DocumentSetHeader.Read(meta, data);
        var documents = new DocumentSet(header, data, maxDoc, meta.ReadInt32());
        int minLength = meta.ReadInt32();
        int maxLength = meta.ReadInt32();
        if (offset < 0 || length < 0 || offset > data.Length - length || maxLength < 0)
            throw new CorruptIndexException($"{length} value bytes at {offset}, the longest value of {maxLength}", meta);

        BinaryValues values;
        if (isCompressed && documents.Count > 0)
            values = ReadChunks(meta, data, documents.Count);
        else if (minLength < maxLength)
            values = new VariableBinaryValues(data.Slice(data.Name, offset, length), ColumnAddresses.Read(meta, data, documents.Count), maxLength);
        else
            values = new FixedBinaryValues(data, offset, maxLength);
        return new BinaryEntry(documents, values);
    }

    public BinaryDocValues Open() => _documents.IsDense
        ? new BinaryCursor<DenseSlots>(_documents.OpenDense(), _values.Open())
        : new BinaryCursor<SparseSlots>(_documents.OpenSparse(), _values.Open());

    private static CompressedBinaryValues ReadChunks(IndexInput meta, IndexInput data, int count)
    {
        long offset = meta.ReadInt64();
        IndexInput packed = ColumnAddresses.SliceFrom(meta, data, offset);
        int chunks = meta.ReadVInt32();
        int chunkShift = meta.ReadVInt32();
        int maxChunkBytes = meta.ReadVInt32();
        int blockShift = meta.ReadVInt32();
        if (chunkShift is < 0 or > MaxChunkShift || chunks != (count + (1L << chunkShift) - 1) >> chunkShift || maxChunkBytes < 0)
            throw new CorruptIndexException($"{chunks} chunks of 2^{chunkShift} for {count} values", meta);
        MonotonicReader starts = MonotonicReader.Read(meta, chunks, blockShift, packed);
        ColumnAddresses.CheckLength(meta, data, offset, meta.ReadInt64(), starts.ByteCount);
        return new CompressedBinaryValues(data, starts, chunkShift, maxChunkBytes);
    }
}
