using System.Diagnostics.CodeAnalysis;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>Reads the stream of a term's positions, with offsets and payloads where asked for.</summary>
/// <remarks>Postings notes, section 3.2. The stream knows no documents; whoever reads it counts.</remarks>
internal sealed class PositionsReader
{
    private const int BlockSize = Lucene84PostingsFormat.BlockSize;

    private readonly IndexInput _positions;
    private readonly IndexInput? _payloads;
    private readonly PostingsShape _shape;
    private readonly int[] _positionDeltas = new int[BlockSize];
    private readonly int[] _payloadLengths = new int[BlockSize];
    private readonly int[] _startDeltas = new int[BlockSize];
    private readonly int[] _offsetLengths = new int[BlockSize];
    private byte[] _payloadBytes = [];

    private long _tailStart;
    private int _tailCount;
    private int _index;
    private int _count;
    private int _payloadOffset;

    /// <param name="positions">A clone of <c>.pos</c> that is the reader's alone.</param>
    /// <param name="payloads">A clone of <c>.pay</c>; null when neither offsets nor payloads are asked for.</param>
    public PositionsReader(IndexInput positions, IndexInput? payloads, PostingsShape shape)
    {
        _positions = positions;
        _payloads = payloads;
        _shape = shape;
    }

    /// <summary>Difference to the position before in the same document.</summary>
    public int PositionDelta { get; private set; }

    /// <summary>Difference to the start offset before in the same document.</summary>
    public int StartOffsetDelta { get; private set; }

    public int OffsetLength { get; private set; }

    public ReadOnlySpan<byte> Payload => _payloadBytes.AsSpan(_payloadOffset - PayloadLength, PayloadLength);

    private int PayloadLength { get; set; }

    /// <summary>Stands before the first position of a term.</summary>
    public void StartTerm(in TermState term)
    {
        _tailCount = (int)(term.TotalTermFreq % BlockSize);
        _tailStart = term.TotalTermFreq < BlockSize ? term.PositionStart
            : term.LastPositionBlockOffset >= 0 ? term.PositionStart + term.LastPositionBlockOffset
            : long.MaxValue; // exactly one full block: no tail
        Seek(term.PositionStart, term.PayloadStart);
    }

    /// <summary>Stands at the start of the block that an entry of the skip data names.</summary>
    public void SeekTo(in SkipEntry entry) => Seek(entry.PositionFilePointer, entry.PayloadFilePointer);

    /// <summary>Number of positions that <see cref="Take"/> can hand out at once: at least 1.</summary>
    public int Available
    {
        get
        {
            if (_index == _count)
            {
                ReadBlock();
                CheckBlock();
            }
            return _count - _index;
        }
    }

    /// <summary>Hands out the next of the <see cref="Available"/> positions; what the field does not have is left as it is.</summary>
    /// <param name="positionDeltas">Says by its length how many; as long as the others.</param>
    /// <param name="payloads">Takes the bytes of the payloads one after another.</param>
    public void Take(
        Span<int> positionDeltas, Span<int> startDeltas, Span<int> offsetLengths, Span<int> payloadLengths, ByteBufferOutput payloads)
    {
        int count = positionDeltas.Length;
        _positionDeltas.AsSpan(_index, count).CopyTo(positionDeltas);
        if (_shape.HasOffsets)
        {
            _startDeltas.AsSpan(_index, count).CopyTo(startDeltas);
            _offsetLengths.AsSpan(_index, count).CopyTo(offsetLengths);
        }
        if (_shape.HasPayloads)
        {
            int start = _payloadOffset;
            _payloadLengths.AsSpan(_index, count).CopyTo(payloadLengths);
            SkipBuffered(count);
            payloads.WriteBytes(_payloadBytes.AsSpan(start, _payloadOffset - start));
            return;
        }
        _index += count;
    }

    /// <summary>Leaves positions out; whole blocks are not decoded.</summary>
    public void Skip(long count)
    {
        int buffered = _count - _index;
        if (count <= buffered)
        {
            SkipBuffered((int)count);
            return;
        }
        for (count -= buffered; count >= BlockSize; count -= BlockSize)
            SkipBlock();
        _index = _count = 0;
        if (count > 0)
        {
            ReadBlock();
            SkipBuffered((int)count);
        }
    }

    /// <summary>Moves to the next position.</summary>
    public void Next()
    {
        if (_index == _count)
            ReadBlock();
        PositionDelta = _positionDeltas[_index];
        if (_payloads is not null)
        {
            if (_shape.HasPayloads)
            {
                PayloadLength = _payloadLengths[_index];
                _payloadOffset += PayloadLength;
            }
            if (_shape.HasOffsets)
            {
                StartOffsetDelta = _startDeltas[_index];
                OffsetLength = _offsetLengths[_index];
            }
        }
        _index++;
    }

    [DoesNotReturn]
    public void ThrowCorrupt(string message) => throw new CorruptIndexException(message, _positions);

    private void Seek(long positionStart, long payloadStart)
    {
        _positions.Seek(positionStart);
        _payloads?.Seek(payloadStart);
        _index = _count = 0;
        _payloadOffset = 0;
        PayloadLength = 0;
    }

    // Who reads positions one by one finds out by adding up.
    private void CheckBlock()
    {
        bool hasNegative = _positionDeltas.AsSpan(0, _count).ContainsAnyExceptInRange(0, int.MaxValue);
        if (_shape.HasOffsets)
        {
            hasNegative |= _startDeltas.AsSpan(0, _count).ContainsAnyExceptInRange(0, int.MaxValue)
                || _offsetLengths.AsSpan(0, _count).ContainsAnyExceptInRange(0, int.MaxValue);
        }
        if (hasNegative)
            ThrowCorrupt("a negative difference between positions or offsets");
    }

    private void SkipBuffered(int count)
    {
        if (count > _count - _index)
            ThrowCorrupt("fewer positions than the frequencies say");
        if (_payloads is not null && _shape.HasPayloads)
        {
            for (int i = _index; i < _index + count; i++)
                _payloadOffset += _payloadLengths[i];
        }
        PayloadLength = 0;
        _index += count;
    }

    private void SkipBlock()
    {
        if (_positions.Position >= _tailStart)
            ThrowCorrupt("fewer position blocks than the frequencies say");
        PatchedBlock.Skip(_positions);
        if (_payloads is null)
            return;
        if (_shape.HasPayloads)
        {
            PatchedBlock.Skip(_payloads);
            _payloads.Skip(_payloads.ReadVInt32());
        }
        if (_shape.HasOffsets)
        {
            PatchedBlock.Skip(_payloads);
            PatchedBlock.Skip(_payloads);
        }
    }

    private void ReadBlock()
    {
        _index = 0;
        _payloadOffset = 0;
        PayloadLength = 0;
        if (_positions.Position == _tailStart)
        {
            _count = 0;
            if (_tailCount == 0)
                ThrowCorrupt("fewer positions than the frequencies say");
            ReadTail();
            _count = _tailCount;
            return;
        }

        _count = BlockSize;
        PatchedBlock.Read(_positions, _positionDeltas);
        if (_payloads is null)
            return;
        if (_shape.HasPayloads)
            ReadPayloads(_payloads);
        if (_shape.HasOffsets)
        {
            PatchedBlock.Read(_payloads, _startDeltas);
            PatchedBlock.Read(_payloads, _offsetLengths);
        }
    }

    private void ReadPayloads(IndexInput payloads)
    {
        PatchedBlock.Read(payloads, _payloadLengths);
        ReadOnlySpan<byte> bytes = payloads.ReadSpan(payloads.ReadVInt32());
        long sum = 0;
        foreach (int length in _payloadLengths)
            sum += (uint)length;
        if (sum != bytes.Length)
            throw new CorruptIndexException($"payloads of {sum} bytes in {bytes.Length}", payloads);
        EnsurePayloadCapacity(bytes.Length);
        bytes.CopyTo(_payloadBytes);
    }

    // A length is stated only where it differs from the one before.
    private void ReadTail()
    {
        var payloadLength = 0;
        var offsetLength = 0;
        var payloadBytes = 0;
        for (var i = 0; i < _tailCount; i++)
        {
            var code = (uint)_positions.ReadVInt32();
            if (_shape.HasPayloads)
            {
                if ((code & 1) != 0)
                    payloadLength = _positions.ReadVInt32();
                code >>= 1;
                ReadOnlySpan<byte> payload = _positions.ReadSpan(payloadLength);
                EnsurePayloadCapacity(payloadBytes + payload.Length);
                payload.CopyTo(_payloadBytes.AsSpan(payloadBytes));
                payloadBytes += payload.Length;
                _payloadLengths[i] = payloadLength;
            }
            _positionDeltas[i] = (int)code;
            if (!_shape.HasOffsets)
                continue;
            var offsetCode = (uint)_positions.ReadVInt32();
            if ((offsetCode & 1) != 0)
                offsetLength = _positions.ReadVInt32();
            _startDeltas[i] = (int)(offsetCode >> 1);
            _offsetLengths[i] = offsetLength;
        }
    }

    private void EnsurePayloadCapacity(int byteCount)
    {
        if (_payloadBytes.Length < byteCount)
            Array.Resize(ref _payloadBytes, Math.Max(byteCount, 2 * _payloadBytes.Length));
    }
}
