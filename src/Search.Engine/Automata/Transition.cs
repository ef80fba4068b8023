namespace Search.Engine.Automata;

/// <summary>A way from one state to another.</summary>
/// <param name="Min">First label that takes it.</param>
/// <param name="Max">Last label that takes it.</param>
/// <param name="Target">The state it leads to.</param>
internal readonly record struct Transition(int Min, int Max, int Target);
