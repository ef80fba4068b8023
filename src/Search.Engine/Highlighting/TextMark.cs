using Search.Engine.Search.Queries;

namespace Search.Engine.Highlighting;

/// <summary>A stretch of text that took part in a match.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">Exclusive end.</param>
/// <param name="Label">What was matched there: marks of one label count as occurrences of one term.</param>
/// <param name="Clause">The query's clause that matched.</param>
public sealed record TextMark(int Start, int End, string Label, Query Clause);
