using System.Numerics;

namespace Search.Engine.Automata;

/// <summary>An automaton over bytes as a dense table: a step is two look-ups.</summary>
/// <remarks>Bytes that lead to the same state from every state share a column. Immutable; shareable.</remarks>
internal sealed class ByteRunAutomaton
{
    private const int ByteCount = 256;

    private readonly byte[] _columnOf = new byte[ByteCount];
    private readonly int[] _table;

    // Rows have as many places as a power of two: where they start is found by a shift, which a walk waits for at every byte.
    private readonly int _rowShift;
    private readonly bool[] _accepts;
    private readonly short[] _lastByte;
    private readonly bool[] _canEnd = new bool[ByteCount];

    /// <param name="bytes">Labels are bytes.</param>
    public ByteRunAutomaton(Automaton bytes)
    {
        _rowShift = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)AssignColumns(bytes)));
        _table = new int[bytes.StateCount << _rowShift];
        _accepts = new bool[bytes.StateCount];
        _lastByte = new short[bytes.StateCount];
        Array.Fill(_table, Automaton.Dead);
        for (var state = 0; state < bytes.StateCount; state++)
        {
            ReadOnlySpan<Transition> transitions = bytes.TransitionsFrom(state);
            _accepts[state] = bytes.IsAccept(state);
            _lastByte[state] = (short)(transitions.IsEmpty ? -1 : transitions[^1].Max);
            foreach (ref readonly Transition transition in transitions)
            {
                if (bytes.IsAccept(transition.Target))
                    _canEnd.AsSpan(transition.Min, transition.Max - transition.Min + 1).Fill(true);
                int from = _columnOf[transition.Min];
                _table.AsSpan((state << _rowShift) + from, _columnOf[transition.Max] - from + 1).Fill(transition.Target);
            }
        }
    }

    /// <summary>Number of states; 0 is the start.</summary>
    public int StateCount => _accepts.Length;

    /// <summary>Whether a string that ends in a state belongs to the set.</summary>
    public bool IsAccept(int state) => _accepts[state];

    /// <summary>The state behind a byte; <see cref="Automaton.Dead"/> when there is none.</summary>
    public int Step(int state, byte label) => _table[(state << _rowShift) + _columnOf[label]];

    /// <summary>The state behind some bytes; <see cref="Automaton.Dead"/> when there is none.</summary>
    public int Step(int state, ReadOnlySpan<byte> labels)
    {
        ReadOnlySpan<int> table = _table;
        ReadOnlySpan<byte> columnOf = _columnOf.AsSpan(0, ByteCount);
        int shift = _rowShift;
        foreach (byte label in labels)
        {
            state = table[(state << shift) + columnOf[label]];
            if (state == Automaton.Dead)
                break;
        }
        return state;
    }

    /// <summary>The largest byte that leads on from a state; -1 when none does.</summary>
    public int LastByte(int state) => _lastByte[state];

    /// <summary>Whether any string of the set ends with a byte: what does not needs no steps.</summary>
    public bool CanEnd(byte label) => _canEnd[label];

    /// <summary>Whether a byte of a range leads on from a state.</summary>
    public bool CanStep(int state, int first, int last)
    {
        for (int label = first; label <= last; label++)
        {
            if (Step(state, (byte)label) != Automaton.Dead)
                return true;
        }
        return false;
    }

    /// <summary>Whether a string belongs to the set.</summary>
    public bool Matches(ReadOnlySpan<byte> text)
    {
        int state = Step(0, text);
        return state != Automaton.Dead && _accepts[state];
    }

    // A column starts where a transition of any state starts or has ended.
    private int AssignColumns(Automaton bytes)
    {
        Span<bool> starts = stackalloc bool[ByteCount + 1];
        starts.Clear();
        for (var state = 0; state < bytes.StateCount; state++)
        {
            foreach (ref readonly Transition transition in bytes.TransitionsFrom(state))
            {
                starts[transition.Min] = true;
                starts[transition.Max + 1] = true;
            }
        }
        var column = 0;
        for (var label = 1; label < ByteCount; label++)
        {
            if (starts[label])
                column++;
            _columnOf[label] = (byte)column;
        }
        return column + 1;
    }
}
