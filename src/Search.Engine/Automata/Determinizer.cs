namespace Search.Engine.Automata;

/// <summary>Makes an automaton in which every string takes one way: its states are sets of states.</summary>
/// <remarks>Subset construction. The number of sets can grow exponentially, so states and work are bounded.</remarks>
internal sealed class Determinizer
{
    /// <summary>States that an automaton may have unless the caller says otherwise; search semantics notes, section 2.8.</summary>
    public const int DefaultMaxStates = 10_000;

    private readonly NondeterministicAutomaton _source;
    private readonly int _accept;
    private readonly int _maxStates;
    private readonly AutomatonBuilder _result = new();
    private readonly Dictionary<StateSet, int> _known = [];
    private readonly Queue<StateSet> _pending = [];
    private readonly int[] _seen;
    private readonly Stack<int> _open = [];
    private readonly WorkBudget _budget;
    private int _round;

    private Determinizer(NondeterministicAutomaton source, int accept, int maxStates, WorkBudget budget)
    {
        _budget = budget;
        _source = source;
        _accept = accept;
        _maxStates = maxStates;
        _seen = new int[source.StateCount];
    }

    /// <summary>The strings of a fragment; every state of the result can still accept, but for a start that accepts nothing.</summary>
    /// <exception cref="TooComplexQueryException">More than <paramref name="maxStates"/> states, or too much work.</exception>
    /// <param name="budget">What the work is taken from; null: a budget of its own.</param>
    public static Automaton Run(NondeterministicAutomaton source, Fragment whole, int maxStates = DefaultMaxStates, WorkBudget? budget = null) =>
        AutomatonOperations.Trim(new Determinizer(source, whole.End, maxStates, budget ?? new WorkBudget()).Run(whole.Start));

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
            _budget.Spend(transitions.Count);
            List<int> cuts = CutsOf(transitions);
            for (var i = 0; i + 1 < cuts.Count; i++)
            {
                targets.Clear();
                _budget.Spend(transitions.Count);
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
    private static List<int> CutsOf(List<Transition> transitions)
    {
        var all = new List<int>(2 * transitions.Count);
        foreach (Transition transition in transitions)
        {
            all.Add(transition.Min);
            all.Add(transition.Max + 1);
        }
        all.Sort();
        var cuts = new List<int>();
        foreach (int cut in all)
        {
            if (cuts.Count == 0 || cuts[^1] != cut)
                cuts.Add(cut);
        }
        return cuts;
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
            _budget.Spend(1);
            if (member == _accept || _source.HasLabels(member))
                closure.Add(member);
            _source.CollectEmptyTargets(member, _open);
        }
        closure.Sort();
        return new StateSet([.. closure]);
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
