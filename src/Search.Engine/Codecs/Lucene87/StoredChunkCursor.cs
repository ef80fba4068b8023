using Search.Engine.Codecs.Compression;
using Search.Engine.Codecs.Lucene85;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene87;

/// <summary>Walks the chunks of stored documents from first to last, to copy them whole or document by document.</summary>
/// <remarks>README.md in this folder; container notes, section 10.8. One thread at a time; keeps one decompressed chunk.</remarks>
internal sealed class StoredChunkCursor(IndexInput data, FieldsIndexReader index, IBlockGroupReader groups, int maxDoc)
{
    private const int CopyBytes = 1 << 20;

    private StoredChunk _chunk;
    private int _next;
    private long _bodyStart;    // behind the number of the first document
    private long _contentStart; // behind the header
    private long _end;
    private byte[] _content = [];
    private int _document;
    private int _documentStart;
    private int _documentLength;

    /// <summary>First document of the current chunk.</summary>
    public int FirstDoc => _chunk.DocBase;

    /// <summary>Number of documents of the current chunk.</summary>
    public int DocCount => _chunk.DocCount;

    /// <summary>Bytes that the decompressed chunk takes.</summary>
    public int BufferBytes => _content.Length;

    /// <summary>Number of values of the current document.</summary>
    public int ValueCount => _chunk.ValueCounts.Get(_document);

    /// <summary>All values of the current document as they are stored; valid until the next move.</summary>
    public ReadOnlySpan<byte> Values => _content.AsSpan(_documentStart, _documentLength);

    /// <summary>Moves to the next chunk; false after the last, which ended with the segment's last document.</summary>
    public bool NextChunk()
    {
        int expected = _next == 0 ? 0 : FirstDoc + DocCount;
        if (_next == index.ChunkCount)
            return expected == maxDoc ? false : throw new CorruptIndexException($"chunks of {expected} documents in a segment of {maxDoc}", data.Name);
        (int firstDoc, long start, long end) = index.ChunkAt(_next++);
        data.Seek(start);
        _chunk = StoredChunk.Read(data, maxDoc);
        if (_chunk.DocBase != expected || firstDoc != expected || end > index.DataEnd || end < data.Position)
            throw new CorruptIndexException($"a chunk from document {FirstDoc} on, up to {end}, where {expected} is next", data.Name, start);
        _end = end;
        _contentStart = data.Position;
        data.Seek(start);
        data.ReadVInt32(); // the first document, which a copy numbers anew
        _bodyStart = data.Position;
        return true;
    }

    /// <summary>Appends all of the current chunk but the number of its first document.</summary>
    public void CopyTo(IndexOutput output)
    {
        for (long at = _bodyStart; at < _end; at += CopyBytes)
            output.WriteBytes(data.SpanAt(at, (int)Math.Min(CopyBytes, _end - at)));
    }

    /// <summary>Decompresses the current chunk; <see cref="NextDocument"/> then moves to its documents.</summary>
    public void Decompress()
    {
        data.Seek(_contentStart);
        long length = _chunk.Lengths.Sum(DocCount);
        if (length > Array.MaxLength || length / groups.MaxExpansion > _end - _contentStart)
            throw new CorruptIndexException($"a chunk of {length} bytes in {_end - _contentStart}", data);
        if (_content.Length < length)
            _content = new byte[Math.Max(length, Math.Min(2L * _content.Length, Array.MaxLength))];
        int groupLength = _chunk.IsSliced ? index.ChunkBytes : (int)length;
        for (long at = 0; at < length; at += groupLength)
        {
            int count = (int)Math.Min(groupLength, length - at);
            groups.Read(data, count, 0, _content.AsSpan((int)at, count));
        }
        _document = -1;
        _documentStart = 0;
        _documentLength = 0;
    }

    /// <summary>Moves to the next document of the decompressed chunk; at most <see cref="DocCount"/> times.</summary>
    public void NextDocument()
    {
        _documentStart += _documentLength;
        _documentLength = _chunk.Lengths.Get(++_document);
    }
}
