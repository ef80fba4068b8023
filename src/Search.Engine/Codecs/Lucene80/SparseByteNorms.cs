using System.Buffers.Binary;
using System.Numerics;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Norms of one byte that some documents have.</summary>
/// <remarks>
/// README.md, "Norms". For each word of a bitmap it keeps how many members of the block stand before it (32 KB for a million documents):
/// a look-up then counts bits of one word, and look-ups of many documents do not wait for each other.
/// </remarks>
internal sealed class SparseByteNorms : ByteNorms
{
    private readonly IndexInput _data;
    private readonly long _valuesOffset;

    // By number, up to the last that is stored; members before each word of the bitmaps beside them.
    private readonly DocumentSetBlock[] _blocks;
    private readonly ushort[]?[] _ranks;

    /// <param name="documents">A stored set.</param>
    /// <param name="valuesOffset">Where the norms of its members begin.</param>
    /// <exception cref="CorruptIndexException">The set's blocks are not sound.</exception>
    public SparseByteNorms(DocumentSet documents, long valuesOffset)
    {
        _data = documents.Data;
        _valuesOffset = valuesOffset;
        _blocks = new DocumentSetBlock[(documents.MaxDoc - 1 >> DocumentSetFormat.BlockShift) + 1];
        _ranks = new ushort[]?[_blocks.Length];
        var reader = new DocumentSetReader(documents);
        while (reader.TryNextBlock(out DocumentSetBlock block))
        {
            if (block.Number >= _blocks.Length)
                throw new CorruptIndexException($"{block} of a document set of {documents.MaxDoc} documents", _data.Name);
            _blocks[block.Number] = block;
            if (!block.IsList && !block.IsFull)
                _ranks[block.Number] = CountMembers(block);
        }
    }

    public override void Read(ReadOnlySpan<int> docs, byte absent, Span<byte> norms)
    {
        for (var i = 0; i < docs.Length;)
        {
            int number = docs[i] >> DocumentSetFormat.BlockShift;
            int end = i + 1;
            while (end < docs.Length && docs[end] >> DocumentSetFormat.BlockShift == number)
                end++;
            ReadOfBlock(number, docs[i..end], absent, norms[i..end]);
            i = end;
        }
    }

    private void ReadOfBlock(int number, ReadOnlySpan<int> docs, byte absent, Span<byte> norms)
    {
        DocumentSetBlock block = _blocks[number];
        ReadOnlySpan<byte> values = _data.SpanAt(_valuesOffset + block.SlotsBefore, block.Cardinality);
        if (_ranks[number] is { } ranks)
            ReadByBitmap(_data.SpanAt(block.Members, DocumentSetFormat.BlockWords * 8), ranks, values, docs, absent, norms);
        else if (block.IsList)
            ReadByList(_data.SpanAt(block.Members, block.Cardinality * 2), values, docs, absent, norms);
        else
        {
            for (var i = 0; i < docs.Length; i++)
                norms[i] = values[(ushort)docs[i]];
        }
    }

    private static void ReadByBitmap(
        ReadOnlySpan<byte> words, ReadOnlySpan<ushort> ranks, ReadOnlySpan<byte> values, ReadOnlySpan<int> docs, byte absent, Span<byte> norms)
    {
        for (var i = 0; i < docs.Length; i++)
        {
            int index = (ushort)docs[i] >> 6;
            ulong word = WordOf(words, index);
            ulong bit = 1UL << docs[i];
            norms[i] = (word & bit) == 0 ? absent : values[ranks[index] + BitOperations.PopCount(word & (bit - 1))];
        }
    }

    private static void ReadByList(ReadOnlySpan<byte> list, ReadOnlySpan<byte> values, ReadOnlySpan<int> docs, byte absent, Span<byte> norms)
    {
        for (var i = 0; i < docs.Length; i++)
        {
            int low = 0;
            for (int high = values.Length; low < high;)
            {
                int middle = (low + high) >>> 1;
                if (EntryOf(list, middle) < (ushort)docs[i])
                    low = middle + 1;
                else
                    high = middle;
            }
            norms[i] = low < values.Length && EntryOf(list, low) == (ushort)docs[i] ? values[low] : absent;
        }
    }

    // A bitmap has as many members as its block says, so no member is without a value.
    private ushort[] CountMembers(DocumentSetBlock block)
    {
        ReadOnlySpan<byte> words = _data.SpanAt(block.Members, DocumentSetFormat.BlockWords * 8);
        var ranks = new ushort[DocumentSetFormat.BlockWords];
        var members = 0;
        for (var index = 0; index < ranks.Length; index++)
        {
            ranks[index] = (ushort)members;
            members += BitOperations.PopCount(WordOf(words, index));
        }
        if (members != block.Cardinality)
            throw new CorruptIndexException($"{block} of a document set has {members} members", _data.Name, block.Members);
        return ranks;
    }

    private static ulong WordOf(ReadOnlySpan<byte> words, int index) => BinaryPrimitives.ReadUInt64BigEndian(words[(8 * index)..]);

    private static int EntryOf(ReadOnlySpan<byte> list, int index) => BinaryPrimitives.ReadUInt16BigEndian(list[(2 * index)..]);
}
