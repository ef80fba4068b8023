namespace Search.TableGenerator;

/// <summary>A non-deterministic automaton under construction.</summary>
internal sealed class StateGraph
{
    private readonly List<List<(int Symbol, int To)>> _edges = [];
    private readonly List<List<int>> _silent = [];

    public int AddState()
    {
        _edges.Add([]);
        _silent.Add([]);
        return _edges.Count - 1;
    }

    public void AddEdge(int from, int symbol, int to) => _edges[from].Add((symbol, to));

    /// <summary>An edge that is taken without a character.</summary>
    public void AddSilentEdge(int from, int to) => _silent[from].Add(to);

    /// <summary>All states reachable from <paramref name="states"/> without a character.</summary>
    public SortedSet<int> Closure(IEnumerable<int> states)
    {
        var closure = new SortedSet<int>(states);
        var pending = new Stack<int>(closure);
        while (pending.TryPop(out int state))
        {
            foreach (int next in _silent[state])
            {
                if (closure.Add(next))
                    pending.Push(next);
            }
        }
        return closure;
    }

    /// <summary>The states one character of class <paramref name="symbol"/> after <paramref name="states"/>.</summary>
    public SortedSet<int> Step(IEnumerable<int> states, int symbol) =>
        Closure(states.SelectMany(state => _edges[state]).Where(edge => edge.Symbol == symbol).Select(edge => edge.To));
}
