namespace Search.Engine.Automata;

/// <summary>An automaton under construction, made of fragments that are put together; its states can be left without a label.</summary>
/// <remarks>
/// Thompson's construction: each operation adds at most two states. A fragment is used once as a part of another. One thread.
/// </remarks>
/// <param name="budget">What every transition takes its cost from; null: nothing.</param>
internal sealed class NondeterministicAutomaton(WorkBudget? budget = null)
{
    private const int MaxStates = 200_000;
    private const int CostOfEdge = 4; // it is copied, and looked at by several passes
    private const int NoLabel = -1;

    private readonly List<int> _firstEdge = [];
    private readonly List<Edge> _edges = [];

    /// <summary>Number of states.</summary>
    public int StateCount => _firstEdge.Count;

    /// <summary>The strings of one label of a range.</summary>
    public Fragment Label(int min, int max)
    {
        Fragment fragment = New();
        AddEdge(fragment.Start, min, max, fragment.End);
        return fragment;
    }

    /// <summary>The strings of one label of some ranges that do not overlap.</summary>
    public Fragment Label(IReadOnlyList<(int Min, int Max)> ranges)
    {
        Fragment fragment = New();
        foreach ((int min, int max) in ranges)
            AddEdge(fragment.Start, min, max, fragment.End);
        return fragment;
    }

    /// <summary>The empty string.</summary>
    public Fragment EmptyString()
    {
        int state = AddState();
        return new Fragment(state, state);
    }

    /// <summary>No string at all.</summary>
    public Fragment Nothing() => New();

    /// <summary>Every string.</summary>
    public Fragment AnyString()
    {
        int state = AddState();
        AddEdge(state, 0, Automaton.MaxCodePoint, state);
        return new Fragment(state, state);
    }

    /// <summary>One string.</summary>
    public Fragment Text(IEnumerable<int> labels)
    {
        Fragment whole = EmptyString();
        foreach (int label in labels)
        {
            int end = AddState();
            AddEdge(whole.End, label, label, end);
            whole = whole with { End = end };
        }
        return whole;
    }

    /// <summary>The strings of an automaton.</summary>
    public Fragment Of(Automaton automaton)
    {
        int offset = StateCount;
        for (var state = 0; state < automaton.StateCount; state++)
            AddState();
        int end = AddState();
        for (var state = 0; state < automaton.StateCount; state++)
        {
            foreach (Transition transition in automaton.TransitionsFrom(state))
                AddEdge(offset + state, transition.Min, transition.Max, offset + transition.Target);
            if (automaton.IsAccept(state))
                AddEmptyEdge(offset + state, end);
        }
        return new Fragment(offset, end);
    }

    /// <summary>A string of the first, then one of the second.</summary>
    public Fragment Concatenate(Fragment first, Fragment second)
    {
        AddEmptyEdge(first.End, second.Start);
        return new Fragment(first.Start, second.End);
    }

    /// <summary>A string of one or the other.</summary>
    public Fragment Union(Fragment first, Fragment second)
    {
        Fragment either = New();
        foreach (Fragment part in (ReadOnlySpan<Fragment>)[first, second])
        {
            AddEmptyEdge(either.Start, part.Start);
            AddEmptyEdge(part.End, either.End);
        }
        return either;
    }

    /// <summary>A string of the part, or the empty one.</summary>
    public Fragment Optional(Fragment part) => Union(part, EmptyString());

    /// <summary>Any number of strings of the part, none included.</summary>
    public Fragment Star(Fragment part)
    {
        int hub = AddState();
        AddEmptyEdge(hub, part.Start);
        AddEmptyEdge(part.End, hub);
        return new Fragment(hub, hub);
    }

    /// <summary>Repeats what a function makes anew each time.</summary>
    /// <remarks>As in Lucene nothing, repeated without end, is nothing, not the empty string.</remarks>
    /// <param name="max">At least <paramref name="min"/>; null: without end.</param>
    public Fragment Repeat(Func<Fragment> part, int min, int? max)
    {
        Fragment whole = EmptyString();
        for (var i = 0; i < min; i++)
            whole = Concatenate(whole, part());
        if (max is null)
        {
            Fragment repeated = part();
            return IsNothing(repeated) ? Nothing() : Concatenate(whole, Star(repeated));
        }

        // Each further one may be the last.
        int end = AddState();
        AddEmptyEdge(whole.End, end);
        for (int i = min; i < max; i++)
        {
            whole = Concatenate(whole, part());
            AddEmptyEdge(whole.End, end);
        }
        return whole with { End = end };
    }

    /// <summary>Whether a fragment has no string at all.</summary>
    public bool IsNothing(Fragment fragment)
    {
        var seen = new HashSet<int> { fragment.Start };
        var open = new Stack<int>([fragment.Start]);
        while (open.TryPop(out int state))
        {
            if (state == fragment.End)
                return false;
            for (int edge = _firstEdge[state]; edge >= 0; edge = _edges[edge].Next)
            {
                if (seen.Add(_edges[edge].Target))
                    open.Push(_edges[edge].Target);
            }
        }
        return true;
    }

    /// <summary>The states to which a state leads without a label.</summary>
    public void CollectEmptyTargets(int state, Stack<int> targets)
    {
        for (int edge = _firstEdge[state]; edge >= 0; edge = _edges[edge].Next)
        {
            if (_edges[edge].Min == NoLabel)
                targets.Push(_edges[edge].Target);
        }
    }

    /// <summary>Whether a label leads away from a state.</summary>
    public bool HasLabels(int state)
    {
        for (int edge = _firstEdge[state]; edge >= 0; edge = _edges[edge].Next)
        {
            if (_edges[edge].Min != NoLabel)
                return true;
        }
        return false;
    }

    /// <summary>The transitions of a state that have labels.</summary>
    public void CollectTransitions(int state, List<Transition> transitions)
    {
        for (int edge = _firstEdge[state]; edge >= 0; edge = _edges[edge].Next)
        {
            if (_edges[edge].Min != NoLabel)
                transitions.Add(new Transition(_edges[edge].Min, _edges[edge].Max, _edges[edge].Target));
        }
    }

    /// <summary>Adds a transition.</summary>
    public void AddEdge(int source, int min, int max, int target)
    {
        budget?.Spend(CostOfEdge);
        _edges.Add(new Edge(min, max, target, _firstEdge[source]));
        _firstEdge[source] = _edges.Count - 1;
    }

    private void AddEmptyEdge(int source, int target) => AddEdge(source, NoLabel, NoLabel, target);

    private Fragment New() => new(AddState(), AddState());

    private int AddState()
    {
        if (_firstEdge.Count == MaxStates)
            throw new TooComplexQueryException($"a pattern of more than {MaxStates} states");
        _firstEdge.Add(-1);
        return _firstEdge.Count - 1;
    }

    // Edges of a state are a list from the newest to the oldest.
    private readonly record struct Edge(int Min, int Max, int Target, int Next);
}
