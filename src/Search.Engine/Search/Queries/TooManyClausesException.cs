namespace Search.Engine.Search.Queries;

/// <summary>A query has more clauses than the engine takes (<see cref="BooleanQuery.MaxClauseCount"/>).</summary>
public sealed class TooManyClausesException() : ArgumentException($"too many boolean clauses: at most {BooleanQuery.MaxClauseCount}");
