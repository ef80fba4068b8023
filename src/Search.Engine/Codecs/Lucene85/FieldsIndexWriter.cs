using Search.Engine.Codecs.Packed;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene85;

/// <summary>Collects where the chunks of stored fields start and writes that as <c>.fdx</c> and <c>.fdm</c>.</summary>
/// <remarks>README.md in this folder; container notes, section 10.4. Keeps 12 bytes a chunk. One thread at a time.</remarks>
internal sealed class FieldsIndexWriter
{
    private const int BlockShift = 10;

    private readonly List<int> _firstDocs = [];
    private readonly List<long> _filePointers = [];

    /// <summary>The next chunk.</summary>
    public void Add(int firstDoc, long filePointer)
    {
        _firstDocs.Add(firstDoc);
        _filePointers.Add(filePointer);
    }

    /// <summary>Writes both files.</summary>
    /// <param name="segment">Where they go.</param>
    /// <param name="metaVersion">The version of the data file, which the meta file repeats.</param>
    /// <param name="chunkBytes">Size at which the writer ended chunks.</param>
    /// <param name="docCount">Number of documents.</param>
    /// <param name="dataEnd">Where the last chunk ends in the data file.</param>
    /// <param name="dirt">The chunks that were ended early.</param>
    public void Finish(SegmentWriteState segment, int metaVersion, int chunkBytes, int docCount, long dataEnd, StoredDirt dirt)
    {
        using IndexOutput index = segment.CreateOutput(FieldsIndexFormat.IndexExtension);
        using IndexOutput meta = segment.CreateOutput(FieldsIndexFormat.MetaExtension);
        CodecHeader.Write(index, FieldsIndexFormat.IndexCodec, FieldsIndexFormat.IndexVersion, segment.Segment.Id);
        CodecHeader.Write(meta, FieldsIndexFormat.MetaCodec, metaVersion, segment.Segment.Id);

        meta.WriteVInt32(chunkBytes);
        meta.WriteVInt32(FieldsIndexFormat.PackedVersion);
        meta.WriteInt32(docCount);
        meta.WriteInt32(BlockShift);
        meta.WriteInt32(_firstDocs.Count + 1);

        meta.WriteInt64(index.FilePointer);
        var docs = new MonotonicWriter(meta, index, BlockShift);
        foreach (int firstDoc in _firstDocs)
            docs.Add(firstDoc);
        docs.Add(docCount);
        docs.Finish();

        meta.WriteInt64(index.FilePointer);
        var pointers = new MonotonicWriter(meta, index, BlockShift);
        foreach (long filePointer in _filePointers)
            pointers.Add(filePointer);
        pointers.Add(dataEnd);
        pointers.Finish();

        meta.WriteInt64(index.FilePointer);
        meta.WriteInt64(dataEnd);
        meta.WriteVInt64(dirt.Chunks);
        meta.WriteVInt64(dirt.Docs);
        CodecFooter.Write(index);
        CodecFooter.Write(meta);
    }
}
