namespace Search.Engine.Search.Queries;

/// <summary>A pattern comes to an automaton with more states than a search allows (<see cref="SearchLimits.MaxAutomatonStates"/>).</summary>
public sealed class TooComplexQueryException(Query query, int states, int limit)
    : ArgumentException($"{query} has an automaton of {states} states: at most {limit} are allowed");
