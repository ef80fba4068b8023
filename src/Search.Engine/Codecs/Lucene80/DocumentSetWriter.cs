using System.Numerics;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Writes which documents have a value: lists and bitmaps by blocks of 65,536 documents.</summary>
/// <remarks>README.md, "Document set"; column notes, section 1.3.</remarks>
internal sealed class DocumentSetWriter
{
    private readonly IndexOutput _data;
    private readonly long _start;
    private readonly ulong[] _words = new ulong[DocumentSetFormat.BlockWords];
    private readonly List<(int DocsBefore, int Offset)> _jumps = [];
    private int _block = -1;
    private int _cardinality;
    private int _docsBefore;

    private DocumentSetWriter(IndexOutput data)
    {
        _data = data;
        _start = data.FilePointer;
    }

    /// <summary>Writes a set unless all or none of <paramref name="maxDoc"/> documents are its members.</summary>
    /// <param name="docCount">Number of members that the fresh cursor <paramref name="docs"/> will yield.</param>
    public static DocumentSetHeader Write(IndexOutput data, DocIdCursor docs, int docCount, int maxDoc)
    {
        if (docCount == 0)
            return DocumentSetHeader.None;
        if (docCount == maxDoc)
            return DocumentSetHeader.All;
        var writer = new DocumentSetWriter(data);
        for (int doc = docs.NextDoc(); doc != DocIdCursor.NoMoreDocs; doc = docs.NextDoc())
            writer.Add(doc);
        return writer.Finish();
    }

    private void Add(int doc)
    {
        int block = doc >> DocumentSetFormat.BlockShift;
        if (block != _block)
        {
            FlushBlock();
            _block = block;
        }
        int inBlock = doc & (DocumentSetFormat.BlockDocs - 1);
        _words[inBlock >> 6] |= 1UL << inBlock;
        _cardinality++;
    }

    private DocumentSetHeader Finish()
    {
        FlushBlock();
        AddJumpsUpTo(_jumps.Count);
        _data.WriteInt16(DocumentSetFormat.EndBlock);
        _data.WriteInt16(0);
        _data.WriteInt16(-1);

        short jumpEntries = WriteJumps();
        return new DocumentSetHeader(_start, _data.FilePointer - _start, jumpEntries, DocumentSetFormat.RankPower);
    }

    private void FlushBlock()
    {
        if (_cardinality == 0)
            return;
        AddJumpsUpTo(_block);
        _data.WriteInt16((short)_block);
        _data.WriteInt16((short)(_cardinality - 1));
        if (_cardinality <= DocumentSetFormat.MaxSparseCardinality)
            WriteList();
        else if (_cardinality < DocumentSetFormat.BlockDocs)
            WriteBitmap();
        _docsBefore += _cardinality;
        _cardinality = 0;
        Array.Clear(_words);
    }

    // A block number that is not stored gets the entry of the next stored block.
    private void AddJumpsUpTo(int block)
    {
        var offset = checked((int)(_data.FilePointer - _start));
        while (_jumps.Count <= block)
            _jumps.Add((_docsBefore, offset));
    }

    private void WriteList()
    {
        for (var w = 0; w < _words.Length; w++)
        {
            for (ulong bits = _words[w]; bits != 0; bits &= bits - 1)
                _data.WriteInt16((short)((w << 6) + BitOperations.TrailingZeroCount(bits)));
        }
    }

    private void WriteBitmap()
    {
        const int WordsPerRank = 1 << (DocumentSetFormat.RankPower - 6);
        var rank = 0;
        for (var w = 0; w < _words.Length; w++)
        {
            if (w % WordsPerRank == 0)
                _data.WriteInt16((short)rank);
            rank += BitOperations.PopCount(_words[w]);
        }
        foreach (ulong word in _words)
            _data.WriteInt64((long)word);
    }

    // A set of block 0 alone has two entries that nobody needs; more than a short can count are left out as well.
    private short WriteJumps()
    {
        if (_jumps.Count is 2 or > short.MaxValue)
            return 0;
        foreach ((int docsBefore, int offset) in _jumps)
        {
            _data.WriteInt32(docsBefore);
            _data.WriteInt32(offset);
        }
        return (short)_jumps.Count;
    }
}
