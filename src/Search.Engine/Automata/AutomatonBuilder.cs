using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Search.Engine.Automata;

/// <summary>Collects states and transitions of a deterministic automaton in any order.</summary>
internal sealed class AutomatonBuilder
{
    private readonly List<bool> _accepts = [];
    private readonly List<(int Source, Transition Transition)> _transitions = [];

    /// <summary>Number of states so far.</summary>
    public int StateCount => _accepts.Count;

    /// <summary>Adds a state; the first is the start.</summary>
    public int AddState(bool accept = false)
    {
        _accepts.Add(accept);
        return _accepts.Count - 1;
    }

    /// <summary>Makes a state one that accepts, or not.</summary>
    public void SetAccept(int state, bool accept = true) => _accepts[state] = accept;

    /// <summary>Adds a transition that overlaps no other of its state.</summary>
    public void AddTransition(int source, int min, int max, int target)
    {
        Debug.Assert(min <= max);
        _transitions.Add((source, new Transition(min, max, target)));
    }

    /// <summary>The automaton as collected; neighbouring transitions to one state become one.</summary>
    public Automaton Build()
    {
        _transitions.Sort(static (a, b) => a.Source != b.Source ? a.Source.CompareTo(b.Source) : a.Transition.Min.CompareTo(b.Transition.Min));
        var merged = new List<Transition>(_transitions.Count);
        var starts = new int[_accepts.Count + 1];
        var next = 0;
        for (var state = 0; state < _accepts.Count; state++)
        {
            starts[state] = merged.Count;
            for (; next < _transitions.Count && _transitions[next].Source == state; next++)
                Append(merged, starts[state], _transitions[next].Transition);
        }
        starts[^1] = merged.Count;
        return new Automaton(starts, [.. merged], [.. _accepts]);
    }

    private static void Append(List<Transition> merged, int first, Transition transition)
    {
        if (merged.Count > first)
        {
            ref Transition last = ref CollectionsMarshal.AsSpan(merged)[^1];
            Debug.Assert(last.Max < transition.Min, "the automaton is deterministic");
            if (last.Target == transition.Target && last.Max + 1 == transition.Min)
            {
                last = last with { Max = transition.Max };
                return;
            }
        }
        merged.Add(transition);
    }
}
