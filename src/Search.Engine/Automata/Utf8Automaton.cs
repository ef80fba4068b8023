namespace Search.Engine.Automata;

/// <summary>Turns an automaton over code points into one over the bytes of their UTF-8 form.</summary>
/// <remarks>
/// The states keep their numbers; states inside a character follow them. The result is deterministic because the input is, and
/// because no character's form starts with another's. From a state behind which every string belongs to the set, every byte
/// leads back to it, also where that is not UTF-8.
/// </remarks>
internal sealed class Utf8Automaton
{
    private const int Continuation = 0x80;

    // Of the forms of one, two, three and four bytes: the first code point, and the bits that mark the first byte.
    private static readonly int[] FormStarts = [0, 0x80, 0x800, 0x10000, Automaton.MaxCodePoint + 1];
    private static readonly int[] LeadMarks = [0, 0xC0, 0xE0, 0xF0];

    private readonly Automaton _source;
    private readonly AutomatonBuilder _result = new();

    // The state from which a number of bytes of any value leads to a target.
    private readonly Dictionary<(int Target, int Bytes), int> _rests = [];

    private Utf8Automaton(Automaton source) => _source = source;

    /// <summary>The same set over bytes.</summary>
    public static Automaton Of(Automaton source) => new Utf8Automaton(source).Convert();

    private Automaton Convert()
    {
        bool[] universal = UniversalStates.Of(_source);
        for (var state = 0; state < _source.StateCount; state++)
            _result.AddState(_source.IsAccept(state));
        for (var state = 0; state < _source.StateCount; state++)
        {
            if (universal[state])
            {
                _result.AddTransition(state, byte.MinValue, byte.MaxValue, state);
                continue;
            }
            for (var form = 0; form < LeadMarks.Length; form++)
                AddLevel(state, _source.TransitionsFrom(state), FormStarts[form], FormStarts[form + 1] - 1, form, LeadMarks[form]);
        }
        return _result.Build();
    }

    // What leads from a state by one byte, for the code points of a range: all have the same bytes before, and as many after.
    private void AddLevel(int state, ReadOnlySpan<Transition> transitions, int first, int last, int following, int mark)
    {
        int bits = 6 * following;
        int shared = -1;
        for (var i = 0; i < transitions.Length && transitions[i].Min <= last; i++)
        {
            int min = Math.Max(transitions[i].Min, first);
            int max = Math.Min(transitions[i].Max, last);
            if (min > max)
                continue;

            // Bytes that the transition has with all that may follow need no states of their own.
            int firstWhole = (min + (1 << bits) - 1) >> bits;
            int lastWhole = ((max + 1) >> bits) - 1;
            if (min >> bits < firstWhole)
                AddShared(min >> bits, transitions[i..]);
            if (firstWhole <= lastWhole)
                _result.AddTransition(state, ByteOf(firstWhole), ByteOf(lastWhole), Rest(transitions[i].Target, following));
            if (max >> bits > lastWhole)
                AddShared(max >> bits, transitions[i..]);
        }

        int ByteOf(int high) => mark == Continuation ? mark | (high & 0x3F) : mark | high;

        // The transitions ascend, so those that share a byte come one after another.
        void AddShared(int high, ReadOnlySpan<Transition> rest)
        {
            if (high == shared)
                return;
            shared = high;
            int inside = _result.AddState();
            _result.AddTransition(state, ByteOf(high), ByteOf(high), inside);
            AddLevel(inside, rest, Math.Max(high << bits, first), Math.Min(((high + 1) << bits) - 1, last), following - 1, Continuation);
        }
    }

    private int Rest(int target, int following)
    {
        if (following == 0)
            return target;
        if (_rests.TryGetValue((target, following), out int state))
            return state;
        state = _result.AddState();
        _rests.Add((target, following), state);
        _result.AddTransition(state, 0x80, 0xBF, Rest(target, following - 1));
        return state;
    }
}
