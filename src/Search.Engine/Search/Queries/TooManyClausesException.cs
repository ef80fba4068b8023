namespace Search.Engine.Search.Queries;

/// <summary>
/// A query has more clauses than the engine takes (<see cref="BooleanQuery.MaxClauseCount"/>) or than a search allows
/// (<see cref="SearchLimits.MaxClauses"/>).
/// </summary>
public sealed class TooManyClausesException(int limit = BooleanQuery.MaxClauseCount) : ArgumentException($"too many clauses: at most {limit}");
