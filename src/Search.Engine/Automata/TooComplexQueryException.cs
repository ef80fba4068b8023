namespace Search.Engine.Automata;

/// <summary>
/// A pattern asks for an automaton of more states, or for more work, than a query may take; thrown before anything is searched,
/// by the query's constructor or when a search allows less than that (<c>SearchLimits.MaxAutomatonStates</c>).
/// </summary>
/// <param name="message">What was too much.</param>
public sealed class TooComplexQueryException(string message) : ArgumentException(message);
