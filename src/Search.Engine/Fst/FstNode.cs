using System.Numerics;

namespace Search.Engine.Fst;

/// <summary>The head of a node: its form, and where its arcs are.</summary>
/// <remarks>Postings notes, section 7.4.</remarks>
internal ref struct FstNode
{
    private readonly Transducer _fst;
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _address;
    private readonly byte _form;
    private readonly int _arcCount;
    private readonly int _bytesPerArc;
    private readonly int _presenceAddress;
    private readonly int _labelRange;
    private readonly int _firstLabel;
    private int _nextArc; // address of the next arc of a list, index of the next label or arc of the other forms
    private bool _ended;

    public FstNode(Transducer fst, int address)
    {
        _fst = fst;
        _bytes = fst.Bytes;
        _address = address;
        var reader = new FstReader(fst, _bytes, address);
        _form = reader.ReadByte();
        if (_form is not (FstFormat.BinarySearchNode or FstFormat.DirectNode))
        {
            _nextArc = address;
            return;
        }

        int count = reader.ReadVInt32();
        _bytesPerArc = reader.ReadVInt32();
        if (count is < 1 or > 256 || _bytesPerArc < 1)
            reader.ThrowCorrupt($"a node of {count} arcs of {_bytesPerArc} bytes");
        _arcCount = count;
        if (_form == FstFormat.DirectNode)
        {
            _labelRange = count;
            _presenceAddress = reader.Address;
            reader.Skip((count + 7) / 8);
            _firstLabel = reader.ReadByte();
            _arcCount = PresentBefore(count);
            if (_firstLabel + count > 256)
                reader.ThrowCorrupt($"{count} labels from {_firstLabel}");
        }
        FirstArcAddress = reader.Address;
        if ((long)_arcCount * _bytesPerArc > reader.Address + 1)
            reader.ThrowCorrupt($"{_arcCount} arcs of {_bytesPerArc} bytes");
    }

    private int FirstArcAddress { get; }

    /// <summary>Finds the arc of a label.</summary>
    public bool TryFind(byte label, out FstArc arc) => _form switch
    {
        FstFormat.DirectNode => TryFindDirect(label, out arc),
        FstFormat.BinarySearchNode => TryFindBinary(label, out arc),
        _ => TryFindInList(label, out arc),
    };

    /// <summary>The node's arcs one after another, in order of their labels.</summary>
    public bool TryNext(out FstArc arc)
    {
        arc = default;
        if (_ended)
            return false;
        if (_form == FstFormat.DirectNode)
        {
            while (_nextArc < _labelRange && !IsPresent(_nextArc))
                _nextArc++;
            if (_nextArc == _labelRange)
                return false;
            ReadFixed(PresentBefore(_nextArc), _firstLabel + _nextArc++, out arc);
            return true;
        }
        if (_form == FstFormat.BinarySearchNode)
        {
            if (_nextArc == _arcCount)
                return false;
            ReadFixed(_nextArc++, label: -1, out arc);
            return true;
        }
        var reader = new FstReader(_fst, _bytes, _nextArc);
        _ended = ReadListArc(ref reader, out arc);
        _nextArc = reader.Address;
        return true;
    }

    private bool TryFindInList(byte label, out FstArc arc)
    {
        var reader = new FstReader(_fst, _bytes, _address);
        while (true)
        {
            bool isLast = ReadListArc(ref reader, out arc);
            if (arc.Label >= label)
                return arc.Label == label;
            if (isLast)
                return false;
        }
    }

    private bool TryFindBinary(byte label, out FstArc arc)
    {
        var low = 0;
        int high = _arcCount - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            var reader = new FstReader(_fst, _bytes, FirstArcAddress - middle * _bytesPerArc - 1);
            byte found = reader.ReadByte();
            if (found == label)
            {
                ReadFixed(middle, label: -1, out arc);
                return true;
            }
            if (found < label)
                low = middle + 1;
            else
                high = middle - 1;
        }
        arc = default;
        return false;
    }

    private bool TryFindDirect(byte label, out FstArc arc)
    {
        int index = label - _firstLabel;
        if ((uint)index >= (uint)_labelRange || !IsPresent(index))
        {
            arc = default;
            return false;
        }
        ReadFixed(PresentBefore(index), label, out arc);
        return true;
    }

    private readonly bool IsPresent(int index) =>
        (_bytes[_presenceAddress - (index >> 3)] & (1 << (index & 7))) != 0;

    private readonly int PresentBefore(int index)
    {
        var count = 0;
        for (var i = 0; i < index >> 3; i++)
            count += BitOperations.PopCount((uint)_bytes[_presenceAddress - i]);
        if ((index & 7) != 0)
            count += BitOperations.PopCount(_bytes[_presenceAddress - (index >> 3)] & ((1u << (index & 7)) - 1));
        return count;
    }

    // Arcs of one length; the label is known where it is not stored.
    private readonly void ReadFixed(int index, int label, out FstArc arc)
    {
        var reader = new FstReader(_fst, _bytes, FirstArcAddress - index * _bytesPerArc);
        int flags = reader.ReadByte();
        ReadArc(ref reader, flags, label < 0 ? reader.ReadByte() : (byte)label, out arc);
        if ((flags & (FstFormat.Stop | FstFormat.TargetNext)) == FstFormat.TargetNext)
            arc.Target = CheckTarget(ref reader, FirstArcAddress - _arcCount * _bytesPerArc);
    }

    // Reads one arc of a list; true when it is the last.
    private readonly bool ReadListArc(ref FstReader reader, out FstArc arc)
    {
        int flags = reader.ReadByte();
        ReadArc(ref reader, flags, reader.ReadByte(), out arc);
        bool isLast = (flags & FstFormat.LastArc) != 0;
        if ((flags & (FstFormat.Stop | FstFormat.TargetNext)) == FstFormat.TargetNext)
        {
            FstReader rest = reader;
            for (bool ended = isLast; !ended;)
            {
                int other = rest.ReadByte();
                ReadArc(ref rest, other, rest.ReadByte(), out _);
                ended = (other & FstFormat.LastArc) != 0;
            }
            arc.Target = CheckTarget(ref rest, rest.Address);
        }
        return isLast;
    }

    private readonly void ReadArc(ref FstReader reader, int flags, byte label, out FstArc arc)
    {
        arc = default;
        arc.Label = label;
        arc.IsFinal = (flags & FstFormat.Final) != 0;
        if ((flags & FstFormat.HasOutput) != 0)
        {
            arc.OutputLength = reader.ReadVInt32();
            arc.OutputAddress = reader.Address;
            reader.Skip(arc.OutputLength);
        }
        if ((flags & FstFormat.HasFinalOutput) != 0)
        {
            arc.FinalOutputLength = reader.ReadVInt32();
            arc.FinalOutputAddress = reader.Address;
            reader.Skip(arc.FinalOutputLength);
        }
        if ((flags & (FstFormat.Stop | FstFormat.TargetNext)) == 0)
            arc.Target = CheckTarget(ref reader, reader.ReadVInt64());
    }

    // Targets lie below their node: no path can come back to it.
    private readonly int CheckTarget(ref FstReader reader, long target)
    {
        if (target <= 0 || target >= _address)
            reader.ThrowCorrupt($"an arc of node {_address} leads to {target}");
        return (int)target;
    }
}
