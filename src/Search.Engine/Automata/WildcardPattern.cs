using System.Text;

namespace Search.Engine.Automata;

/// <summary>
/// Makes automata of wildcard patterns: <c>?</c> any one character, <c>*</c> any number of them, a backslash before a character
/// that stands for itself.
/// </summary>
internal static class WildcardPattern
{
    /// <summary>The strings that fit a pattern as a whole. A backslash at the end stands for itself.</summary>
    /// <exception cref="TooComplexQueryException">More than <paramref name="maxStates"/> states: stars with many question marks behind them.</exception>
    public static Automaton Compile(string pattern, int maxStates = Determinizer.DefaultMaxStates)
    {
        var parts = new NondeterministicAutomaton();
        Fragment whole = parts.EmptyString();
        var escaped = false;
        foreach (Rune rune in pattern.EnumerateRunes())
        {
            if (!escaped && rune.Value == '\\')
            {
                escaped = true;
                continue;
            }
            Fragment next = escaped ? parts.Label(rune.Value, rune.Value) : rune.Value switch
            {
                '*' => parts.AnyString(),
                '?' => parts.Label(0, Automaton.MaxCodePoint),
                _ => parts.Label(rune.Value, rune.Value),
            };
            whole = parts.Concatenate(whole, next);
            escaped = false;
        }
        if (escaped)
            whole = parts.Concatenate(whole, parts.Label('\\', '\\'));
        return Determinizer.Run(parts, whole, maxStates);
    }
}
