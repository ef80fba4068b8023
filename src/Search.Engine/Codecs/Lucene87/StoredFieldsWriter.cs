using System.Text;
using Search.Engine.Codecs.Compression;
using Search.Engine.Codecs.Lucene85;
using Search.Engine.Codecs.Packed;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene87;

/// <summary>Writes the stored values of a segment, document by document, in the mode BEST_SPEED.</summary>
/// <remarks>
/// README.md in this folder says the layout and why the chunks are smaller than Lucene's. Whoever writes the <c>.si</c>
/// file records the mode in its attributes. One thread at a time.
/// </remarks>
internal sealed class StoredFieldsWriter : IDisposable
{
    private const int MaxDocsPerChunk = 1024;

    private readonly SegmentWriteState _segment;
    private readonly ChunkShape _shape;
    private readonly IndexOutput _data;
    private readonly FieldsIndexWriter _index = new();
    private readonly ByteBufferOutput _buffer = new(); // documents of the current chunk
    private readonly ByteBufferOutput _streams = new();
    private readonly List<long> _valueCounts = []; // of each document in the buffer
    private readonly List<long> _lengths = [];     // of each document in the buffer, in bytes
    private StoredDirt _dirt;
    private int _docsFlushed;
    private int _valueCount;
    private int _documentStart;

    private StoredFieldsWriter(SegmentWriteState segment, ChunkShape shape, IndexOutput data)
    {
        _segment = segment;
        _shape = shape;
        _data = data;
    }

    /// <summary>Memory that the writer holds: the current chunk, raw and compressed, and what waits for the disk.</summary>
    public long BufferedBytes => IndexOutput.BufferBytes + _buffer.Capacity + _streams.Capacity + _lengths.Capacity * 2L * sizeof(long);

    /// <summary>Creates the data file; index and meta file follow in <see cref="Finish"/>.</summary>
    public static StoredFieldsWriter Create(SegmentWriteState segment) => Create(segment, ChunkShape.Default);

    /// <summary>As the other, with chunks of another shape.</summary>
    internal static StoredFieldsWriter Create(SegmentWriteState segment, ChunkShape shape)
    {
        using var opened = new DisposeOnFailure();
        IndexOutput data = opened.Add(segment.CreateOutput(StoredFieldsFormat.DataExtension));
        CodecHeader.Write(data, StoredFieldsFormat.FastDataCodec, StoredFieldsFormat.Version, segment.Segment.Id);
        return opened.Release(new StoredFieldsWriter(segment, shape, data));
    }

    /// <summary>Size at which chunks end; the slices of large ones have it.</summary>
    public int ChunkBytes => _shape.ChunkBytes;

    /// <summary>Begins the next document; values that were written since the last one was finished are dropped.</summary>
    public void StartDocument()
    {
        _buffer.Truncate(_documentStart);
        _valueCount = 0;
    }

    public void Write(FieldInfo field, string value)
    {
        WriteTag(field, StoredFieldsFormat.TypeString);
        int length = Encoding.UTF8.GetByteCount(value);
        _buffer.WriteVInt32(length);
        Encoding.UTF8.GetBytes(value, _buffer.Append(length));
    }

    public void Write(FieldInfo field, ReadOnlySpan<byte> value)
    {
        WriteTag(field, StoredFieldsFormat.TypeBytes);
        _buffer.WriteVInt32(value.Length);
        _buffer.WriteBytes(value);
    }

    public void Write(FieldInfo field, int value)
    {
        WriteTag(field, StoredFieldsFormat.TypeInt32);
        _buffer.WriteZInt32(value);
    }

    public void Write(FieldInfo field, long value)
    {
        WriteTag(field, StoredFieldsFormat.TypeInt64);
        StoredNumbers.WriteInt64(_buffer, value);
    }

    public void Write(FieldInfo field, float value)
    {
        WriteTag(field, StoredFieldsFormat.TypeSingle);
        StoredNumbers.WriteSingle(_buffer, value);
    }

    public void Write(FieldInfo field, double value)
    {
        WriteTag(field, StoredFieldsFormat.TypeDouble);
        StoredNumbers.WriteDouble(_buffer, value);
    }

    /// <summary>Ends the document; it counts also when it has no values.</summary>
    /// <exception cref="InvalidOperationException">The document is larger than the format takes.</exception>
    public void FinishDocument()
    {
        int length = _buffer.Length - _documentStart;
        if (length >= StoredFieldsFormat.MaxDocumentBytes)
            throw new InvalidOperationException($"A document stores {length} bytes; the format takes less than {StoredFieldsFormat.MaxDocumentBytes}.");
        _valueCounts.Add(_valueCount);
        _lengths.Add(length);
        _documentStart = _buffer.Length;
        // Ending a chunk as soon as it is full keeps the promise that every document starts in the first slice.
        if (_buffer.Length >= _shape.ChunkBytes || _lengths.Count >= MaxDocsPerChunk)
            FlushChunk();
    }

    /// <summary>Appends a document of another segment whose fields have the same numbers, or whose values were renumbered.</summary>
    /// <param name="valueCount">Number of its values.</param>
    /// <param name="values">All of its values as they are stored.</param>
    public void CopyDocument(int valueCount, ReadOnlySpan<byte> values)
    {
        StartDocument();
        _buffer.WriteBytes(values);
        _valueCount = valueCount;
        FinishDocument();
    }

    /// <summary>
    /// Appends the current chunk of another segment as it is: the same mode, chunk size and field numbers. A chunk in the
    /// making is ended early.
    /// </summary>
    public void CopyChunk(StoredChunkCursor source)
    {
        if (_lengths.Count > 0)
        {
            FlushChunk();
            _dirt += new StoredDirt(Chunks: 1, Docs: 0);
        }
        _index.Add(_docsFlushed, _data.FilePointer);
        _data.WriteVInt32(_docsFlushed);
        source.CopyTo(_data);
        _docsFlushed += source.DocCount;
    }

    /// <summary>Takes over the dirt of a segment whose chunks were all copied.</summary>
    public void AddDirt(StoredDirt dirt) => _dirt += dirt;

    /// <summary>Writes what is left, the index and the footers.</summary>
    /// <param name="docCount">How many documents the segment has; as many must have been written.</param>
    public void Finish(int docCount)
    {
        int left = _lengths.Count;
        if (_docsFlushed + left != docCount)
            throw new InvalidOperationException($"{_docsFlushed + left} documents were stored, the segment has {docCount}.");
        if (left > 0)
        {
            _dirt += new StoredDirt(1, Math.Max(1, DocsOfFullChunk() - left));
            FlushChunk();
        }
        _index.Finish(_segment, StoredFieldsFormat.Version, _shape.ChunkBytes, docCount, _data.FilePointer, _dirt);
        CodecFooter.Write(_data);
    }

    public void Dispose() => _data.Dispose();

    private void WriteTag(FieldInfo field, int type)
    {
        _valueCount++;
        _buffer.WriteVInt64(((long)field.Number << StoredFieldsFormat.TypeBits) | (uint)type);
    }

    private long DocsOfFullChunk() => _buffer.Length == 0
        ? MaxDocsPerChunk
        : Math.Min(MaxDocsPerChunk, (long)((double)_shape.ChunkBytes / _buffer.Length * _lengths.Count));

    private void FlushChunk()
    {
        _index.Add(_docsFlushed, _data.FilePointer);
        bool sliced = _buffer.Length >= 2L * _shape.ChunkBytes;
        _data.WriteVInt32(_docsFlushed);
        _data.WriteVInt32((_lengths.Count << 1) | (sliced ? 1 : 0));
        WriteInts(_valueCounts);
        WriteInts(_lengths);

        ReadOnlySpan<byte> content = _buffer.Written;
        int groupLength = sliced ? _shape.ChunkBytes : content.Length;
        do
        {
            int length = Math.Min(groupLength, content.Length);
            Lz4BlockGroup.Write(content[..length], _shape.DictionaryDivisor, _data, _streams);
            content = content[length..];
        }
        while (!content.IsEmpty);

        _docsFlushed += _lengths.Count;
        _valueCounts.Clear();
        _lengths.Clear();
        _buffer.Clear();
        _documentStart = 0;
    }

    private void WriteInts(List<long> values)
    {
        ReadOnlySpan<long> all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values);
        if (all.Length == 1)
        {
            _data.WriteVInt32((int)all[0]);
        }
        else if (!all.ContainsAnyExcept(all[0]))
        {
            _data.WriteVInt32(0);
            _data.WriteVInt32((int)all[0]);
        }
        else
        {
            long bits = 0;
            foreach (long value in all)
                bits |= value;
            int width = PackedWidth.Of(bits);
            _data.WriteVInt32(width);
            PackedWriter.WritePlain(_data, all, width);
        }
    }

    /// <summary>How documents are cut into chunks; readers take any.</summary>
    /// <param name="ChunkBytes">A chunk ends with the document that makes it this long.</param>
    /// <param name="DictionaryDivisor">The part of a chunk that becomes its dictionary.</param>
    internal readonly record struct ChunkShape(int ChunkBytes, int DictionaryDivisor)
    {
        /// <summary>The shape of Lucene 8.8.1.</summary>
        public static ChunkShape Lucene88 { get; } = new(10 * 60 * 1024, 160);

        /// <summary>What this engine writes (README.md, "Chunk size", says why).</summary>
        public static ChunkShape Default { get; } = new(160 * 1024, 20);
    }
}
