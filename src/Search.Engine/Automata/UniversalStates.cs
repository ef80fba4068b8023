namespace Search.Engine.Automata;

/// <summary>The states of an automaton behind which every string belongs to the set.</summary>
internal static class UniversalStates
{
    public static bool[] Of(Automaton automaton)
    {
        var universal = new bool[automaton.StateCount];
        for (var state = 0; state < universal.Length; state++)
            universal[state] = automaton.IsAccept(state) && TakesEveryLabel(automaton.TransitionsFrom(state));
        // What leads to another state is none of them.
        for (var changed = true; changed;)
        {
            changed = false;
            for (int state = universal.Length - 1; state >= 0; state--)
            {
                if (!universal[state] || LeadsOnlyTo(universal, automaton.TransitionsFrom(state)))
                    continue;
                universal[state] = false;
                changed = true;
            }
        }
        return universal;
    }

    private static bool TakesEveryLabel(ReadOnlySpan<Transition> transitions)
    {
        var next = 0;
        foreach (ref readonly Transition transition in transitions)
        {
            if (transition.Min != next)
                return false;
            next = transition.Max + 1;
        }
        return next > Automaton.MaxCodePoint;
    }

    private static bool LeadsOnlyTo(bool[] states, ReadOnlySpan<Transition> transitions)
    {
        foreach (ref readonly Transition transition in transitions)
        {
            if (!states[transition.Target])
                return false;
        }
        return true;
    }
}
