using System.Diagnostics.CodeAnalysis;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>Reads the differences of a term's positions and nothing that stands beside them.</summary>
/// <remarks>Postings notes, section 3.2. The stream knows no documents; whoever reads it counts. <see cref="PositionsReader"/> reads all there is.</remarks>
/// <param name="positions">A clone of <c>.pos</c> that is the reader's alone.</param>
internal sealed class PositionDeltas(IndexInput positions)
{
    private const int BlockSize = Lucene84PostingsFormat.BlockSize;

    private readonly int[] _deltas = new int[BlockSize];
    private PostingsShape _shape;
    private long _tailStart;
    private int _tailCount;

    // The block in which the next difference is; its end is below 0 until it is known.
    private long _blockStart = -1;
    private long _blockEnd;
    private bool _isDecoded;
    private int _decodedCount;
    private int _index;

    /// <summary>Stands before the first position of a term.</summary>
    public void StartTerm(in TermState term, PostingsShape shape)
    {
        _shape = shape;
        _tailCount = (int)(term.TotalTermFreq % BlockSize);
        _tailStart = term.TotalTermFreq < BlockSize ? term.PositionStart
            : term.LastPositionBlockOffset >= 0 ? term.PositionStart + term.LastPositionBlockOffset
            : long.MaxValue; // exactly one full block: no tail
        EnterBlock(term.PositionStart);
    }

    /// <summary>Stands at the start of the block that an entry of the skip data names.</summary>
    public void SeekTo(in SkipEntry entry)
    {
        if (entry.PositionFilePointer != _blockStart)
            EnterBlock(entry.PositionFilePointer);
        _index = 0; // positions of one block often belong to two blocks of documents
    }

    /// <summary>Leaves differences out; whole blocks are not decoded.</summary>
    public void Skip(long count)
    {
        for (count += _index; count >= BlockSize; count -= BlockSize)
            LeaveBlock();
        _index = (int)count;
    }

    /// <summary>Leaves differences out and hands out the next ones, at least one and as many as there are at hand, unchecked; good until the next call.</summary>
    public ReadOnlySpan<int> Take(long skipped, int most)
    {
        long index = _index + skipped;
        if (!_isDecoded || index >= _decodedCount)
        {
            Skip(skipped);
            return Take(most);
        }
        int count = Math.Min(most, _decodedCount - (int)index);
        _index = (int)index + count;
        return _deltas.AsSpan((int)index, count);
    }

    private ReadOnlySpan<int> Take(int most)
    {
        bool isTail = _blockStart == _tailStart;
        if (!_isDecoded)
            Decode(isTail);
        int available = _decodedCount - _index;
        if (available <= 0)
            ThrowCorrupt("fewer positions than the frequencies say");
        int count = Math.Min(most, available);
        _index += count;
        return _deltas.AsSpan(_index - count, count);
    }

    [DoesNotReturn]
    public void ThrowCorrupt(string message) => throw new CorruptIndexException(message, positions);

    private void EnterBlock(long start)
    {
        _blockStart = start;
        _blockEnd = -1;
        _isDecoded = false;
        _index = 0;
    }

    private void LeaveBlock()
    {
        if (_blockStart >= _tailStart)
            ThrowCorrupt("fewer position blocks than the frequencies say");
        if (_blockEnd < 0)
        {
            positions.Seek(_blockStart);
            PatchedBlock.Skip(positions);
            _blockEnd = positions.Position;
        }
        EnterBlock(_blockEnd);
    }

    private void Decode(bool isTail)
    {
        positions.Seek(_blockStart);
        if (isTail)
            ReadTail();
        else
            PatchedBlock.Read(positions, _deltas);
        _blockEnd = positions.Position;
        _decodedCount = isTail ? _tailCount : BlockSize;
        _isDecoded = true;
    }

    // Payloads and offsets stand between the positions; a length is stated only where it differs from the one before.
    private void ReadTail()
    {
        var payloadLength = 0;
        for (var i = 0; i < _tailCount; i++)
        {
            var code = (uint)positions.ReadVInt32();
            if (_shape.HasPayloads)
            {
                if ((code & 1) != 0)
                    payloadLength = positions.ReadVInt32();
                code >>= 1;
                positions.ReadSpan(payloadLength);
            }
            _deltas[i] = (int)code;
            if (_shape.HasOffsets && (positions.ReadVInt32() & 1) != 0)
                positions.ReadVInt32();
        }
    }
}
