namespace Search.Engine.Automata;

/// <summary>A pattern asks for more states or more work than a query may take; thrown before anything is searched.</summary>
/// <param name="message">What was too much.</param>
public sealed class QueryTooComplexException(string message) : ArgumentException(message);
