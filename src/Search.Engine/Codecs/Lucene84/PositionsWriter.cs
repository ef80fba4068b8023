using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>Writes the positions, payloads and offsets of one term after another: <c>.pos</c> and <c>.pay</c>.</summary>
/// <remarks>Postings notes, section 3.2. One stream a term: block borders ignore document borders.</remarks>
internal sealed class PositionsWriter
{
    private readonly IndexOutput _positions;
    private readonly IndexOutput? _payloads;
    private readonly int[] _positionDeltas = new int[PackedBlock.Size];
    private readonly int[] _payloadLengths = new int[PackedBlock.Size];
    private readonly int[] _startDeltas = new int[PackedBlock.Size];
    private readonly int[] _offsetLengths = new int[PackedBlock.Size];
    private readonly ByteBufferOutput _payloadBytes = new();

    private PostingsShape _shape;
    private int _lastPosition;
    private int _lastStartOffset;

    public PositionsWriter(IndexOutput positions, IndexOutput? payloads)
    {
        _positions = positions;
        _payloads = payloads;
    }

    /// <summary>Number of positions that wait for their block to fill.</summary>
    public int Buffered { get; private set; }

    /// <summary>Number of payload bytes that wait.</summary>
    public int BufferedPayloadBytes => _payloadBytes.Length;

    /// <summary>Where the next position block goes.</summary>
    public long PositionFilePointer => _positions.FilePointer;

    /// <summary>Where the next payload and offset blocks go; 0 without that file.</summary>
    public long PayloadFilePointer => _payloads?.FilePointer ?? 0;

    public void StartField(PostingsShape shape) => _shape = shape;

    public void StartDocument()
    {
        _lastPosition = 0;
        _lastStartOffset = 0;
    }

    public void Add(int position, int startOffset, int endOffset, ReadOnlySpan<byte> payload)
    {
        if (position < _lastPosition)
            throw new ArgumentException($"position {position} after {_lastPosition}", nameof(position));
        _positionDeltas[Buffered] = position - _lastPosition;
        _lastPosition = position;

        if (_shape.HasPayloads)
        {
            _payloadLengths[Buffered] = payload.Length;
            _payloadBytes.WriteBytes(payload);
        }
        if (_shape.HasOffsets)
        {
            if (startOffset < _lastStartOffset || endOffset < startOffset)
                throw new ArgumentException($"offsets [{startOffset}, {endOffset}) after {_lastStartOffset}", nameof(startOffset));
            _startDeltas[Buffered] = startOffset - _lastStartOffset;
            _offsetLengths[Buffered] = endOffset - startOffset;
            _lastStartOffset = startOffset;
        }

        if (++Buffered == PackedBlock.Size)
            WriteBlock();
    }

    /// <summary>Appends the next positions of another segment's term: all of one or several whole documents.</summary>
    public void Copy(PositionsReader source, long count)
    {
        while (count > 0)
        {
            var length = (int)Math.Min(count, Math.Min(source.Available, PackedBlock.Size - Buffered));
            Range range = Buffered..(Buffered + length);
            Span<int> payloadLengths = _payloadLengths.AsSpan(range);
            payloadLengths.Clear(); // the other segment may have none
            source.Take(_positionDeltas.AsSpan(range), _startDeltas.AsSpan(range), _offsetLengths.AsSpan(range), payloadLengths, _payloadBytes);
            Buffered += length;
            count -= length;
            if (Buffered == PackedBlock.Size)
                WriteBlock();
        }
    }

    /// <summary>Writes the positions that did not fill a block.</summary>
    public void FinishTerm()
    {
        int lastPayloadLength = -1;
        int lastOffsetLength = -1;
        var payloadOffset = 0;
        for (var i = 0; i < Buffered; i++)
        {
            if (_shape.HasPayloads)
            {
                int length = _payloadLengths[i];
                WriteWithLength(_positionDeltas[i], length, ref lastPayloadLength);
                _positions.WriteBytes(_payloadBytes.Written.Slice(payloadOffset, length));
                payloadOffset += length;
            }
            else
            {
                _positions.WriteVInt32(_positionDeltas[i]);
            }
            if (_shape.HasOffsets)
                WriteWithLength(_startDeltas[i], _offsetLengths[i], ref lastOffsetLength);
        }
        Buffered = 0;
        _payloadBytes.Clear();
    }

    // The length is stated when it differs from the one before.
    private void WriteWithLength(int value, int length, ref int lastLength)
    {
        if (length == lastLength)
        {
            _positions.WriteVInt32(value << 1);
            return;
        }
        _positions.WriteVInt32((value << 1) | 1);
        _positions.WriteVInt32(length);
        lastLength = length;
    }

    private void WriteBlock()
    {
        PatchedBlock.Write(_positionDeltas, _positions);
        if (_shape.HasPayloads)
        {
            PatchedBlock.Write(_payloadLengths, _payloads!);
            _payloads!.WriteVInt32(_payloadBytes.Length);
            _payloads.WriteBytes(_payloadBytes.Written);
        }
        if (_shape.HasOffsets)
        {
            PatchedBlock.Write(_startDeltas, _payloads!);
            PatchedBlock.Write(_offsetLengths, _payloads!);
        }
        Buffered = 0;
        _payloadBytes.Clear();
    }
}
