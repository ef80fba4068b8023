namespace Search.Engine.Automata;

/// <summary>Sets of strings made of others.</summary>
internal static class AutomatonOperations
{
    /// <summary>A string of the first, then one of the second.</summary>
    public static Automaton Concatenate(Automaton first, Automaton second, int maxStates = Determinizer.DefaultMaxStates)
    {
        var parts = new NondeterministicAutomaton();
        return Determinizer.Run(parts, parts.Concatenate(parts.Of(first), parts.Of(second)), maxStates);
    }

    /// <summary>The strings of either.</summary>
    public static Automaton Union(Automaton first, Automaton second, int maxStates = Determinizer.DefaultMaxStates)
    {
        var parts = new NondeterministicAutomaton();
        return Determinizer.Run(parts, parts.Union(parts.Of(first), parts.Of(second)), maxStates);
    }

    /// <summary>A number of strings of a set, one behind the other.</summary>
    /// <param name="max">At least <paramref name="min"/>; null: without end.</param>
    public static Automaton Repeat(Automaton automaton, int min, int? max, int maxStates = Determinizer.DefaultMaxStates)
    {
        var parts = new NondeterministicAutomaton();
        return Determinizer.Run(parts, parts.Repeat(() => parts.Of(automaton), min, max), maxStates);
    }

    /// <summary>The strings that both have.</summary>
    /// <exception cref="TooComplexQueryException">More than <paramref name="maxStates"/> states.</exception>
    /// <param name="budget">What the work is taken from; null: a budget of its own.</param>
    public static Automaton Intersect(Automaton first, Automaton second, int maxStates = Determinizer.DefaultMaxStates, WorkBudget? budget = null)
    {
        budget ??= new WorkBudget();
        var result = new AutomatonBuilder();
        var known = new Dictionary<(int, int), int>();
        var pending = new Queue<(int First, int Second)>();
        StateOf((0, 0));
        while (pending.TryDequeue(out (int First, int Second) pair))
        {
            int state = known[pair];
            ReadOnlySpan<Transition> left = first.TransitionsFrom(pair.First);
            ReadOnlySpan<Transition> right = second.TransitionsFrom(pair.Second);
            budget.Spend(left.Length + right.Length);
            for (int i = 0, j = 0; i < left.Length && j < right.Length;)
            {
                int min = Math.Max(left[i].Min, right[j].Min);
                int max = Math.Min(left[i].Max, right[j].Max);
                if (min <= max)
                    result.AddTransition(state, min, max, StateOf((left[i].Target, right[j].Target)));
                if (left[i].Max == max)
                    i++;
                else
                    j++;
            }
        }
        return Trim(result.Build());

        int StateOf((int First, int Second) pair)
        {
            if (known.TryGetValue(pair, out int state))
                return state;
            if (known.Count == maxStates)
                throw new TooComplexQueryException($"a pattern of more than {maxStates} states");
            state = result.AddState(first.IsAccept(pair.First) && second.IsAccept(pair.Second));
            known.Add(pair, state);
            pending.Enqueue(pair);
            return state;
        }
    }

    /// <summary>All strings but those of a set.</summary>
    public static Automaton Complement(Automaton automaton)
    {
        var result = new AutomatonBuilder();
        for (var state = 0; state < automaton.StateCount; state++)
            result.AddState(!automaton.IsAccept(state));
        int rest = result.AddState(accept: true);
        result.AddTransition(rest, 0, Automaton.MaxCodePoint, rest);
        for (var state = 0; state < automaton.StateCount; state++)
        {
            var next = 0;
            foreach (Transition transition in automaton.TransitionsFrom(state))
            {
                if (transition.Min > next)
                    result.AddTransition(state, next, transition.Min - 1, rest);
                result.AddTransition(state, transition.Min, transition.Max, transition.Target);
                next = transition.Max + 1;
            }
            if (next <= Automaton.MaxCodePoint)
                result.AddTransition(state, next, Automaton.MaxCodePoint, rest);
        }
        return Trim(result.Build());
    }

    /// <summary>The strings that start with one of a set.</summary>
    public static Automaton WithAnyEnd(Automaton automaton)
    {
        var result = new AutomatonBuilder();
        for (var state = 0; state < automaton.StateCount; state++)
        {
            result.AddState(automaton.IsAccept(state));
            if (automaton.IsAccept(state))
            {
                result.AddTransition(state, 0, Automaton.MaxCodePoint, state);
                continue;
            }
            foreach (Transition transition in automaton.TransitionsFrom(state))
                result.AddTransition(state, transition.Min, transition.Max, transition.Target);
        }
        return Trim(result.Build());
    }

    /// <summary>The same strings without the states that cannot be reached or cannot accept; the start stays.</summary>
    public static Automaton Trim(Automaton automaton)
    {
        bool[] live = Live(automaton);
        var numbers = new int[automaton.StateCount];
        Array.Fill(numbers, Automaton.Dead);
        var result = new AutomatonBuilder();
        var pending = new Queue<int>();
        numbers[0] = result.AddState(automaton.IsAccept(0));
        pending.Enqueue(0);
        while (pending.TryDequeue(out int state))
        {
            foreach (Transition transition in automaton.TransitionsFrom(state))
            {
                if (!live[transition.Target])
                    continue;
                if (numbers[transition.Target] == Automaton.Dead)
                {
                    numbers[transition.Target] = result.AddState(automaton.IsAccept(transition.Target));
                    pending.Enqueue(transition.Target);
                }
                result.AddTransition(numbers[state], transition.Min, transition.Max, numbers[transition.Target]);
            }
        }
        return result.Build();
    }

    // From which states an accepting one can be reached.
    private static bool[] Live(Automaton automaton)
    {
        var sources = new List<int>[automaton.StateCount];
        var live = new bool[automaton.StateCount];
        var pending = new Stack<int>();
        for (var state = 0; state < automaton.StateCount; state++)
        {
            foreach (Transition transition in automaton.TransitionsFrom(state))
                (sources[transition.Target] ??= []).Add(state);
            if (automaton.IsAccept(state))
                pending.Push(state);
        }
        while (pending.TryPop(out int state))
        {
            if (live[state])
                continue;
            live[state] = true;
            foreach (int source in sources[state] ?? [])
                pending.Push(source);
        }
        return live;
    }
}
