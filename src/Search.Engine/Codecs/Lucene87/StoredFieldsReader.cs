using System.Buffers;
using Search.Engine.Codecs.Compression;
using Search.Engine.Codecs.Lucene85;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene87;

/// <summary>Reads the stored values of single documents; decompresses only the sub-blocks that hold them.</summary>
/// <remarks>README.md in this folder; container notes, section 10. Shareable between threads; scratch memory is pooled.</remarks>
internal sealed class StoredFieldsReader : IDisposable
{
    private readonly IndexInput _data;
    private readonly FieldsIndexReader _index;
    private readonly FieldInfos _fields;
    private readonly IBlockGroupReader _groups;
    private readonly int _maxDoc;

    private StoredFieldsReader(IndexInput data, FieldsIndexReader index, SegmentReadState segment, IBlockGroupReader groups)
    {
        _data = data;
        _index = index;
        _fields = segment.Fields;
        _groups = groups;
        _maxDoc = segment.Segment.MaxDoc;
    }

    /// <summary>Opens the three files; their names resolve through the segment's own field infos, not through updated ones.</summary>
    public static StoredFieldsReader Open(SegmentReadState segment)
    {
        (string codec, IBlockGroupReader groups) = ModeOf(segment.Segment);
        using var opened = new DisposeOnFailure();
        IndexInput data = opened.Add(segment.OpenData(StoredFieldsFormat.DataExtension, codec, StoredFieldsFormat.Version));
        FieldsIndexReader index = opened.Add(FieldsIndexReader.Open(segment, StoredFieldsFormat.Version));
        if (index.DataEnd != data.Length - CodecFooter.ByteCount)
            throw new CorruptIndexException($"the last chunk ends at {index.DataEnd} of {data.Length} bytes", data.Name);
        return opened.Release(new StoredFieldsReader(data, index, segment, groups));
    }

    /// <summary>The fields by whose numbers the values are stored.</summary>
    public FieldInfos Fields => _fields;

    /// <summary>Size at which the writer ended chunks; the slices of large ones have it.</summary>
    public int ChunkBytes => _index.ChunkBytes;

    /// <summary>Chunks that were ended early.</summary>
    public StoredDirt Dirt => _index.Dirt;

    /// <summary>Whether the chunks are compressed in the mode that <see cref="StoredFieldsWriter"/> writes.</summary>
    public bool IsFast => _groups is Lz4BlockGroup;

    /// <summary>A cursor over all chunks, before the first; it lives no longer than the reader.</summary>
    public StoredChunkCursor OpenChunks() => new(_data.Clone(), _index, _groups, _maxDoc);

    /// <summary>Visits the values of a document in <c>[0, MaxDoc)</c>.</summary>
    public void Visit(int docId, StoredFieldVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        ArgumentOutOfRangeException.ThrowIfNegative(docId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docId, _maxDoc);

        (long start, long end) = _index.ChunkOf(docId);
        IndexInput input = _data.Clone();
        input.Seek(start);
        StoredChunk chunk = StoredChunk.Read(input, _maxDoc);
        int inChunk = docId - chunk.DocBase;
        if (inChunk < 0 || inChunk >= chunk.DocCount)
            throw new CorruptIndexException($"the chunk of document {docId} holds {chunk.DocCount} from {chunk.DocBase} on", input.Name, start);

        int valueCount = chunk.ValueCounts.Get(inChunk);
        int length = chunk.Lengths.Get(inChunk);
        CheckLength(docId, chunk.DocCount, valueCount, length);
        if (valueCount == 0)
            return;
        byte[] document = ReadDocument(input, chunk, inChunk, end);
        try
        {
            VisitValues(document.AsSpan(0, length), valueCount, visitor);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(document);
        }
    }

    /// <summary>Visits the values of all documents in order; every chunk is decompressed once and whole.</summary>
    public void VisitAll(StoredFieldVisitor visitor, CancellationToken cancellation)
    {
        StoredChunkCursor chunks = OpenChunks();
        while (chunks.NextChunk())
        {
            cancellation.ThrowIfCancellationRequested();
            chunks.Decompress();
            for (var i = 0; i < chunks.DocCount; i++)
            {
                chunks.NextDocument();
                CheckLength(chunks.FirstDoc + i, chunks.DocCount, chunks.ValueCount, chunks.Values.Length);
                VisitValues(chunks.Values, chunks.ValueCount, visitor);
            }
        }
    }

    /// <summary>Checks the checksums of all files.</summary>
    public void CheckIntegrity()
    {
        CodecFooter.CheckWholeFile(_data);
        _index.CheckIntegrity();
    }

    public void Dispose()
    {
        _data.Dispose();
        _index.Dispose();
    }

    private static (string Codec, IBlockGroupReader Groups) ModeOf(SegmentInfo segment) =>
        segment.Attributes.GetValueOrDefault(Lucene87Codec.StoredFieldsModeKey) switch
        {
            Lucene87Codec.BestSpeed => (StoredFieldsFormat.FastDataCodec, new Lz4BlockGroup()),
            Lucene87Codec.BestCompression => (StoredFieldsFormat.HighDataCodec, new DeflateBlockGroup()),
            var mode => throw new CorruptIndexException($"stored fields mode \"{mode}\"", segment.FileName("si")),
        };

    private void CheckLength(int docId, int docsOfChunk, int valueCount, int length)
    {
        if (docsOfChunk > 1 && (valueCount == 0) != (length == 0))
            throw new CorruptIndexException($"document {docId} has {valueCount} values in {length} bytes", _data.Name);
    }

    // Returns a rented array; the input stands at the chunk's content.
    private byte[] ReadDocument(IndexInput input, in StoredChunk chunk, int inChunk, long chunkEnd)
    {
        long contentLength = chunk.Lengths.Sum(chunk.DocCount);
        if (contentLength > int.MaxValue || contentLength / _groups.MaxExpansion > Math.Max(0, chunkEnd - input.Position))
            throw new CorruptIndexException($"a chunk of {contentLength} bytes in {chunkEnd - input.Position}", input);
        int from = (int)chunk.Lengths.Sum(inChunk);
        int length = chunk.Lengths.Get(inChunk);

        byte[] document = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            int groupLength = chunk.IsSliced ? _index.ChunkBytes : (int)contentLength;
            ReadGroups(input, (int)contentLength, groupLength, from, document.AsSpan(0, length));
            return document;
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(document);
            throw;
        }
    }

    private void ReadGroups(IndexInput input, int contentLength, int groupLength, int from, Span<byte> destination)
    {
        int groupStart = 0;
        while (!destination.IsEmpty)
        {
            int length = Math.Min(groupLength, contentLength - groupStart);
            int wanted = Math.Clamp(groupStart + length - from, 0, destination.Length);
            _groups.Read(input, length, Math.Max(0, from - groupStart), destination[..wanted]);
            destination = destination[wanted..];
            from += wanted;
            groupStart += length;
        }
    }

    private void VisitValues(ReadOnlySpan<byte> document, int valueCount, StoredFieldVisitor visitor)
    {
        var input = new StoredValueReader(document, _data.Name);
        for (var i = 0; i < valueCount; i++)
        {
            long tag = input.ReadVInt64();
            long number = tag >> StoredFieldsFormat.TypeBits;
            FieldInfo? field = number <= int.MaxValue ? _fields.Find((int)number) : null;
            if (field is null)
                throw new CorruptIndexException($"a stored value of field {number}, which the segment does not have", _data.Name);

            StoredFieldVisitor.Decision decision = visitor.Needs(field);
            if (decision == StoredFieldVisitor.Decision.Stop)
                return;
            VisitValue(ref input, (int)tag & StoredFieldsFormat.TypeMask, field, decision == StoredFieldVisitor.Decision.Read ? visitor : null);
        }
    }

    // Without a visitor the value is passed over.
    private void VisitValue(ref StoredValueReader input, int type, FieldInfo field, StoredFieldVisitor? visitor)
    {
        switch (type)
        {
            case StoredFieldsFormat.TypeString:
                ReadOnlySpan<byte> utf8 = input.ReadBytes();
                visitor?.Visit(field, Utf8Text.Decode(utf8));
                break;
            case StoredFieldsFormat.TypeBytes:
                ReadOnlySpan<byte> bytes = input.ReadBytes();
                visitor?.Visit(field, bytes);
                break;
            case StoredFieldsFormat.TypeInt32:
                int int32 = input.ReadZInt32();
                visitor?.Visit(field, int32);
                break;
            case StoredFieldsFormat.TypeInt64:
                long int64 = StoredNumbers.ReadInt64(ref input);
                visitor?.Visit(field, int64);
                break;
            case StoredFieldsFormat.TypeSingle:
                float single = StoredNumbers.ReadSingle(ref input);
                visitor?.Visit(field, single);
                break;
            case StoredFieldsFormat.TypeDouble:
                double real = StoredNumbers.ReadDouble(ref input);
                visitor?.Visit(field, real);
                break;
            default:
                throw new CorruptIndexException($"a stored value of type {type}", _data.Name);
        }
    }
}
