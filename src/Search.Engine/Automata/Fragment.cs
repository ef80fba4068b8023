namespace Search.Engine.Automata;

/// <summary>A part of a <see cref="NondeterministicAutomaton"/>: its strings lead from one state to another.</summary>
internal readonly record struct Fragment(int Start, int End);
