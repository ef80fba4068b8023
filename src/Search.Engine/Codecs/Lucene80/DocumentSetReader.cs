using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Walks a stored document set forward.</summary>
/// <remarks>
/// README.md, "Document set"; column notes, section 1.3. One thread at a time. The end block needs no case of its own: its
/// only member, document 65,535 of block 32,767, is <see cref="DocIdCursor.NoMoreDocs"/>.
/// </remarks>
internal sealed class DocumentSetReader
{
    private readonly DocumentSet _set;
    private readonly IndexInput _data;
    private readonly long _blocksEnd;
    private readonly int _jumpEntries;
    private readonly int _wordsPerRank;

    // The current block, and where the next one begins.
    private int _block = -1;
    private int _cardinality;
    private long _payload;
    private int _slotsBefore;
    private long _nextBlock;
    private int _nextSlotsBefore;

    // List: the first entry that is not below the document. Bitmap: the document's word, and the members before that word.
    private int _index;
    private int _rank;

    public DocumentSetReader(DocumentSet set)
    {
        DocumentSetHeader header = set.Header;
        _set = set;
        _data = set.Data;
        _jumpEntries = Math.Max(0, (int)header.JumpEntries);
        _blocksEnd = header.Offset + header.Length - _jumpEntries * (long)DocumentSetFormat.JumpEntryBytes;
        _wordsPerRank = header.RankPower < 0 ? int.MaxValue : 1 << (header.RankPower - 6);
        _nextBlock = header.Offset;
    }

    public int DocId { get; private set; } = -1;

    public int Slot { get; private set; } = -1;

    public long Cost => _set.Count;

    public int NextDoc() => DocId == DocIdCursor.NoMoreDocs ? DocId : Advance(DocId + 1);

    public int Advance(int target)
    {
        int block = target >> DocumentSetFormat.BlockShift;
        if (block > _block)
            SeekBlock(block);
        int found = Ceiling(_block == block ? target & (DocumentSetFormat.BlockDocs - 1) : 0);
        while (found < 0)
        {
            ReadBlock();
            found = Ceiling(0);
        }
        DocId = (_block << DocumentSetFormat.BlockShift) | found;
        if (DocId >= _set.MaxDoc && DocId != DocIdCursor.NoMoreDocs)
            Throw($"document {DocId} of {_set.MaxDoc} in a document set");
        return DocId;
    }

    public bool AdvanceExact(int target)
    {
        DocId = target;
        int block = target >> DocumentSetFormat.BlockShift;
        if (block > _block)
            SeekBlock(block);
        if (block != _block)
            return false;
        int inBlock = target & (DocumentSetFormat.BlockDocs - 1);
        return _cardinality <= DocumentSetFormat.MaxSparseCardinality
            ? CeilingInList(inBlock) == inBlock
            : _cardinality == DocumentSetFormat.BlockDocs ? AllMembers(inBlock) >= 0 : IsInBitmap(inBlock);
    }

    /// <summary>Moves to the next stored block without looking at its members; false at the end block.</summary>
    public bool TryNextBlock(out DocumentSetBlock block)
    {
        ReadBlock();
        bool isBitmap = _cardinality is > DocumentSetFormat.MaxSparseCardinality and < DocumentSetFormat.BlockDocs;
        block = new DocumentSetBlock(_block, _cardinality, _payload + (isBitmap ? RankBytes : 0), _slotsBefore);
        return _block != DocumentSetFormat.EndBlock;
    }

    // The first member of the block that is at least inBlock, or -1; sets Slot and keeps the place.
    private int Ceiling(int inBlock) =>
        _cardinality <= DocumentSetFormat.MaxSparseCardinality ? CeilingInList(inBlock)
        : _cardinality == DocumentSetFormat.BlockDocs ? AllMembers(inBlock)
        : CeilingInBitmap(inBlock);

    private int AllMembers(int inBlock)
    {
        Slot = _slotsBefore + inBlock;
        return inBlock;
    }

    private int CeilingInList(int inBlock)
    {
        const int ScanEntries = 8; // neighbours are mostly near: look there before halving
        ReadOnlySpan<byte> list = _data.SpanAt(_payload, _cardinality * 2);
        int low = _index;
        int scanEnd = Math.Min(_cardinality, low + ScanEntries);
        while (low < scanEnd && EntryOf(list, low) < inBlock)
            low++;
        if (low == scanEnd)
        {
            int high = _cardinality;
            while (low < high)
            {
                int middle = (low + high) >>> 1;
                if (EntryOf(list, middle) < inBlock)
                    low = middle + 1;
                else
                    high = middle;
            }
        }
        _index = low;
        Slot = _slotsBefore + low;
        return low < _cardinality ? EntryOf(list, low) : -1;
    }

    private static int EntryOf(ReadOnlySpan<byte> list, int index) => BinaryPrimitives.ReadUInt16BigEndian(list[(2 * index)..]);

    private bool IsInBitmap(int inBlock)
    {
        ulong word = MoveToWord(inBlock >> 6);
        Slot = _slotsBefore + _rank + BitOperations.PopCount(word & ((1UL << inBlock) - 1));
        return (word & (1UL << inBlock)) != 0;
    }

    private int CeilingInBitmap(int inBlock)
    {
        ulong word = MoveToWord(inBlock >> 6);
        ulong ahead = word & (ulong.MaxValue << inBlock);
        while (ahead == 0)
        {
            if (_index == DocumentSetFormat.BlockWords - 1)
                return -1;
            ahead = word = MoveToWord(_index + 1);
        }
        int bit = BitOperations.TrailingZeroCount(ahead);
        Slot = _slotsBefore + _rank + BitOperations.PopCount(word & ((1UL << bit) - 1));
        return (_index << 6) + bit;
    }

    // Counts on from the current word, or from the rank entry before the target when that is nearer.
    private ulong MoveToWord(int target)
    {
        ReadOnlySpan<byte> words = _data.SpanAt(_payload + RankBytes, DocumentSetFormat.BlockWords * 8);
        if (target - _index >= _wordsPerRank)
        {
            int rank = target / _wordsPerRank;
            _rank = (ushort)_data.Int16At(_payload + 2 * rank);
            _index = rank * _wordsPerRank;
        }
        while (_index < target)
            _rank += BitOperations.PopCount(WordOf(words, _index++));
        return WordOf(words, target);
    }

    private static ulong WordOf(ReadOnlySpan<byte> words, int index) => BinaryPrimitives.ReadUInt64BigEndian(words[(8 * index)..]);

    private int RankBytes => _wordsPerRank == int.MaxValue ? 0 : DocumentSetFormat.BlockWords / _wordsPerRank * 2;

    // Ends at the first block that is not before the one asked for.
    private void SeekBlock(int block)
    {
        if (_jumpEntries > 0 && block > _block + 1)
            Jump(Math.Min(block, _jumpEntries - 1));
        while (_block < block)
            ReadBlock();
    }

    private void Jump(int entry)
    {
        long at = _blocksEnd + entry * (long)DocumentSetFormat.JumpEntryBytes;
        int docsBefore = _data.Int32At(at);
        long target = _set.Header.Offset + _data.Int32At(at + 4);
        if ((uint)docsBefore > (uint)_set.Count || target < _set.Header.Offset)
            Throw($"jump table entry {entry} of a document set leads to byte {target}, slot {docsBefore}");
        if (target <= _nextBlock)
            return;
        _nextBlock = target;
        _nextSlotsBefore = docsBefore;
    }

    private void ReadBlock()
    {
        if (_nextBlock > _blocksEnd - DocumentSetFormat.BlockHeaderBytes)
            Throw("a document set without an end block");
        int block = (ushort)_data.Int16At(_nextBlock);
        int cardinality = (ushort)_data.Int16At(_nextBlock + 2) + 1;
        _payload = _nextBlock + DocumentSetFormat.BlockHeaderBytes;
        long payloadBytes = cardinality <= DocumentSetFormat.MaxSparseCardinality ? cardinality * 2
            : cardinality == DocumentSetFormat.BlockDocs ? 0
            : RankBytes + DocumentSetFormat.BlockWords * 8;
        bool isEnd = block == DocumentSetFormat.EndBlock && cardinality == 1;
        if (block <= _block || block > DocumentSetFormat.EndBlock || payloadBytes > _blocksEnd - _payload
            || (!isEnd && cardinality > _set.Count - _nextSlotsBefore))
        {
            Throw($"block {block} with {cardinality} members after block {_block} of a document set");
        }
        _block = block;
        _cardinality = cardinality;
        _slotsBefore = _nextSlotsBefore;
        _nextBlock = _payload + payloadBytes;
        _nextSlotsBefore += cardinality;
        _index = 0;
        _rank = 0;
    }

    [DoesNotReturn]
    private void Throw(string message) => throw new CorruptIndexException(message, _data.Name, _nextBlock);
}
