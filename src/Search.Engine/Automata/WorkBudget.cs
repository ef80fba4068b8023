namespace Search.Engine.Automata;

/// <summary>What making one automaton may cost, all its parts together.</summary>
/// <remarks>A unit is a state or a transition that is looked at or copied. One thread.</remarks>
internal sealed class WorkBudget
{
    // About a fifth of a second.
    private const long Most = 10_000_000;

    private long _spent;

    /// <summary>Spends some of it.</summary>
    /// <exception cref="TooComplexQueryException">Nothing is left.</exception>
    public void Spend(long amount)
    {
        _spent += amount;
        if (_spent > Most)
            throw new TooComplexQueryException("a pattern that takes too much work");
    }
}
