namespace Search.Engine.Search;

/// <summary>How many documents match.</summary>
/// <param name="Value">The number, or a lower bound of it.</param>
/// <param name="IsExact">Whether the number is exact.</param>
public readonly record struct TotalHits(long Value, bool IsExact);
