using Search.Engine.Codecs.Packed;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene85;

/// <summary>Finds the chunk of stored fields that holds a document.</summary>
/// <remarks>README.md in this folder; container notes, section 10.4. Shareable between threads.</remarks>
internal sealed class FieldsIndexReader : IDisposable
{
    private readonly IndexInput _index;
    private readonly MonotonicReader _docs;
    private readonly MonotonicReader _pointers;

    private FieldsIndexReader(IndexInput index, MonotonicReader docs, MonotonicReader pointers)
    {
        _index = index;
        _docs = docs;
        _pointers = pointers;
    }

    /// <summary>Length of the slices of large chunks.</summary>
    public required int ChunkBytes { get; init; }

    /// <summary>Where the last chunk ends in the data file.</summary>
    public required long DataEnd { get; init; }

    /// <summary>Chunks that were ended before they were full, and how many documents they lack: hints for a merge.</summary>
    public required StoredDirt Dirt { get; init; }

    /// <summary>Number of chunks.</summary>
    public int ChunkCount => (int)_docs.Count - 1;

    /// <summary>Reads <c>.fdm</c> completely and opens <c>.fdx</c>.</summary>
    public static FieldsIndexReader Open(SegmentReadState segment, int metaVersion)
    {
        using var opened = new DisposeOnFailure();
        IndexInput index = opened.Add(
            segment.OpenData(FieldsIndexFormat.IndexExtension, FieldsIndexFormat.IndexCodec, FieldsIndexFormat.IndexVersion));

        using IndexInput meta = segment.OpenInput(FieldsIndexFormat.MetaExtension);
        CodecFooter.CheckWholeFile(meta);
        CodecHeader.Check(meta, FieldsIndexFormat.MetaCodec, metaVersion, metaVersion, segment.Segment.Id);
        return opened.Release(ReadMeta(meta, index, segment.Segment.MaxDoc));
    }

    /// <summary>Where the chunk of a document in <c>[0, MaxDoc)</c> starts and ends in the data file.</summary>
    public (long Start, long End) ChunkOf(int docId)
    {
        long chunk = _docs.LastAtMost(docId);
        if (chunk < 0 || chunk + 1 >= _docs.Count)
            throw new CorruptIndexException($"no chunk holds document {docId}", _index.Name);
        return (_pointers.Get(chunk), _pointers.Get(chunk + 1));
    }

    /// <summary>First document of a chunk, and where it starts and ends in the data file.</summary>
    public (int FirstDoc, long Start, long End) ChunkAt(int chunk) =>
        ((int)_docs.Get(chunk), _pointers.Get(chunk), _pointers.Get(chunk + 1));

    public void CheckIntegrity() => CodecFooter.CheckWholeFile(_index);

    public void Dispose() => _index.Dispose();

    private static FieldsIndexReader ReadMeta(IndexInput meta, IndexInput index, int maxDoc)
    {
        int chunkBytes = meta.ReadVInt32();
        int packedVersion = meta.ReadVInt32();
        int docCount = meta.ReadInt32();
        int blockShift = meta.ReadInt32();
        int count = meta.ReadInt32();
        if (chunkBytes <= 0 || packedVersion != FieldsIndexFormat.PackedVersion || docCount != maxDoc || count < 1)
            throw new CorruptIndexException($"chunks of {chunkBytes} bytes, packed version {packedVersion}, {docCount} of {maxDoc} documents, {count} entries", meta);

        long docsStart = meta.ReadInt64();
        IndexInput metaOfDocs = meta.Clone();
        SkipBlocks(meta, count, blockShift);
        long pointersStart = meta.ReadInt64();
        IndexInput metaOfPointers = meta.Clone();
        SkipBlocks(meta, count, blockShift);
        long pointersEnd = meta.ReadInt64();
        long dataEnd = meta.ReadInt64();
        var dirt = new StoredDirt(meta.ReadVInt64(), meta.ReadVInt64());
        CodecFooter.CheckAtFooter(meta);

        IndexInput docsData = index.Slice(index.Name, docsStart, pointersStart - docsStart);
        IndexInput pointersData = index.Slice(index.Name, pointersStart, pointersEnd - pointersStart);
        return new FieldsIndexReader(
            index,
            MonotonicReader.Read(metaOfDocs, count, blockShift, docsData),
            MonotonicReader.Read(metaOfPointers, count, blockShift, pointersData))
        {
            ChunkBytes = chunkBytes,
            DataEnd = dataEnd,
            Dirt = dirt,
        };
    }

    // The data of a sequence ends where the next one starts, which stands behind its meta.
    private static void SkipBlocks(IndexInput meta, int count, int blockShift)
    {
        if (blockShift is < MonotonicReader.MinBlockShift or > MonotonicReader.MaxBlockShift)
            throw new CorruptIndexException($"a monotonic sequence with block shift {blockShift}", meta);
        long blocks = (count + (1L << blockShift) - 1) >> blockShift;
        meta.Skip(blocks * MonotonicReader.MetaBytesPerBlock);
    }
}
