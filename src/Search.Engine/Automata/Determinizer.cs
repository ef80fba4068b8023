namespace Search.Engine.Automata;

/// <summary>Makes an automaton in which every string takes one way: its states are sets of states.</summary>
/// <remarks>Subset construction. The number of sets can grow exponentially, so states and work are bounded.</remarks>
internal sealed class Determinizer
{
    /// <summary>States that an automaton may have unless the caller says otherwise; search semantics notes, section 2.8.</summary>
    public const int DefaultMaxStates = 10_000;

    // About a tenth of a second.
    private const long MaxWork = 10_000_000;

    private readonly NondeterministicAutomaton _source;
    private readonly int _accept;
    private readonly int _maxStates;
    private readonly AutomatonBuilder _result = new();
    private readonly Dictionary<StateSet, int> _known = [];
    private readonly Queue<StateSet> _pending = [];
    private readonly int[] _seen;
    private readonly Stack<int> _open = [];
    private int _round;
    private long _work;

    private Determinizer(NondeterministicAutomaton source, int accept, int maxStates)
    {
        _source = source;
        _accept = accept;
        _maxStates = maxStates;
        _seen = new int[source.StateCount];
    }

    /// <summary>The strings of a fragment; every state of the result can still accept, but for a start that accepts nothing.</summary>
    /// <exception cref="TooComplexQueryException">More than <paramref name="maxStates"/> states, or too much work.</exception>
    public static Automaton Run(NondeterministicAutomaton source, Fragment whole, int maxStates = DefaultMaxStates) =>
        AutomatonOperations.Trim(new Determinizer(source, whole.End, maxStates).Run(whole.Start));

    private Automaton Run(int start)
    {
        var transitions = new List<Transition>();
        var targets = new List<int>();
        StateOf([start]);
        while (_pending.TryDequeue(out StateSet? set))
        {
            int state = _known[set];
            transitions.Clear();
            foreach (int member in set.Members)
                _source.CollectTransitions(member, transitions);
            transitions.Sort(static (a, b) => a.Min.CompareTo(b.Min));
            int[] cuts = CutsOf(transitions);
            for (var i = 0; i + 1 < cuts.Length; i++)
            {
                targets.Clear();
                Work(transitions.Count);
                foreach (Transition transition in transitions)
                {
                    if (transition.Min > cuts[i])
                        break;
                    if (transition.Max >= cuts[i])
                        targets.Add(transition.Target);
                }
                if (targets.Count > 0)
                    _result.AddTransition(state, cuts[i], cuts[i + 1] - 1, StateOf(targets));
            }
        }
        return _result.Build();
    }

    // The labels at which the set of possible targets changes, ascending.
    private static int[] CutsOf(List<Transition> transitions)
    {
        var cuts = new SortedSet<int>();
        foreach (Transition transition in transitions)
        {
            cuts.Add(transition.Min);
            cuts.Add(transition.Max + 1);
        }
        return [.. cuts];
    }

    private int StateOf(List<int> members)
    {
        StateSet set = Closure(members);
        if (_known.TryGetValue(set, out int state))
            return state;
        if (_known.Count == _maxStates)
            throw new TooComplexQueryException($"a pattern of more than {_maxStates} states");
        state = _result.AddState(Array.BinarySearch(set.Members, _accept) >= 0);
        _known.Add(set, state);
        _pending.Enqueue(set);
        return state;
    }

    // With the states that need no label; those that lead nowhere by a label and do not accept tell nothing.
    private StateSet Closure(List<int> members)
    {
        _round++;
        var closure = new List<int>(members.Count);
        foreach (int member in members)
            _open.Push(member);
        while (_open.TryPop(out int member))
        {
            if (_seen[member] == _round)
                continue;
            _seen[member] = _round;
            Work(1);
            if (member == _accept || _source.HasLabels(member))
                closure.Add(member);
            _source.CollectEmptyTargets(member, _open);
        }
        closure.Sort();
        return new StateSet([.. closure]);
    }

    private void Work(int amount)
    {
        _work += amount;
        if (_work > MaxWork)
            throw new TooComplexQueryException("a pattern that takes too much work");
    }

    /// <summary>A set of states, compared by content.</summary>
    private sealed class StateSet : IEquatable<StateSet>
    {
        private readonly int _hash;

        public StateSet(int[] members)
        {
            Members = members;
            HashCode hash = default;
            foreach (int member in members)
                hash.Add(member);
            _hash = hash.ToHashCode();
        }

        /// <summary>Ascending.</summary>
        public int[] Members { get; }

        public bool Equals(StateSet? other) => other is not null && _hash == other._hash && Members.AsSpan().SequenceEqual(other.Members);

        public override bool Equals(object? obj) => Equals(obj as StateSet);

        public override int GetHashCode() => _hash;
    }
}
