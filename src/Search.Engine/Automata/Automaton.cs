using System.Text;

namespace Search.Engine.Automata;

/// <summary>A deterministic finite automaton: a set of strings, as states and what leads from one to another.</summary>
/// <remarks>
/// State 0 is the start; labels are code points, or bytes where a comment says so. The transitions of a state are ascending
/// and do not overlap. Immutable; shareable.
/// </remarks>
internal sealed class Automaton
{
    /// <summary>Last label of automata over code points.</summary>
    public const int MaxCodePoint = 0x10FFFF;

    /// <summary>Where no transition leads.</summary>
    public const int Dead = -1;

    private readonly int[] _starts;
    private readonly Transition[] _transitions;
    private readonly bool[] _accepts;

    /// <param name="starts">Number of each state's first transition, and the number of all transitions.</param>
    internal Automaton(int[] starts, Transition[] transitions, bool[] accepts)
    {
        _starts = starts;
        _transitions = transitions;
        _accepts = accepts;
    }

    /// <summary>Number of states, at least 1.</summary>
    public int StateCount => _accepts.Length;

    /// <summary>Number of transitions of all states.</summary>
    public int TransitionCount => _transitions.Length;

    /// <summary>Whether a string that ends in a state belongs to the set.</summary>
    public bool IsAccept(int state) => _accepts[state];

    /// <summary>What leads away from a state.</summary>
    public ReadOnlySpan<Transition> TransitionsFrom(int state) => _transitions.AsSpan(_starts[state].._starts[state + 1]);

    /// <summary>The state behind a label; <see cref="Dead"/> when there is none.</summary>
    public int Step(int state, int label)
    {
        foreach (ref readonly Transition transition in TransitionsFrom(state))
        {
            if (label <= transition.Max)
                return label >= transition.Min ? transition.Target : Dead;
        }
        return Dead;
    }

    /// <summary>Whether a text belongs to the set; the definition that faster forms are compared with.</summary>
    public bool Matches(string text)
    {
        var state = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            state = Step(state, rune.Value);
            if (state == Dead)
                return false;
        }
        return IsAccept(state);
    }
}
