using Search.Engine.Codecs.Compression;
using Search.Engine.Codecs.Packed;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Byte strings in chunks, each an LZ4 block.</summary>
/// <remarks>README.md, "Binary"; column notes, section 3.5. Keeps the chunk of the last slot, so a cursor takes one of its own.</remarks>
internal sealed class CompressedBinaryValues(IndexInput data, MonotonicReader chunks, int chunkShift, int maxChunkBytes) : BinaryValues
{
    private const int MaxCompression = 255; // no LZ4 byte says more than this many others

    private readonly IndexInput _data = data.Clone();
    private readonly int[] _starts = new int[(1 << chunkShift) + 1];
    private byte[] _bytes = [];
    private int _chunk = -1;

    public override BinaryValues Open() => new CompressedBinaryValues(data, chunks, chunkShift, maxChunkBytes);

    public override ReadOnlySpan<byte> Get(int slot)
    {
        int chunk = slot >> chunkShift;
        if (chunk != _chunk)
            Load(chunk);
        int inChunk = slot & ((1 << chunkShift) - 1);
        return _bytes.AsSpan(_starts[inChunk].._starts[inChunk + 1]);
    }

    private void Load(int chunk)
    {
        _chunk = -1;
        _data.Seek(chunks.Get(chunk));
        ReadStarts();
        int length = _starts[^1];
        if (_bytes.Length < length)
            _bytes = new byte[length];
        if (length > 0)
            Lz4.Decompress(_data, _bytes.AsSpan(0, length), dictionaryLength: 0);
        _chunk = chunk;
    }

    // The first length says by its lowest bit whether it stands for all of them.
    private void ReadStarts()
    {
        var first = (uint)_data.ReadVInt32();
        bool allEqual = (first & 1) != 0;
        var end = 0L;
        for (var i = 0; i < _starts.Length - 1; i++)
        {
            long length = i == 0 || allEqual ? first >> 1 : (uint)_data.ReadVInt32();
            end += length;
            if (end > maxChunkBytes || end > _data.Remaining * MaxCompression)
                throw new CorruptIndexException($"a chunk of more than {maxChunkBytes} bytes, or too many for the file", _data);
            _starts[i + 1] = (int)end;
        }
    }
}
