namespace Search.Engine.Search;

/// <summary>A hit.</summary>
/// <param name="Doc">Index-wide document id.</param>
/// <param name="Score">NaN when a search sorted by columns did not ask for scores.</param>
/// <param name="SortKeys">What a sorted search ordered by; null when the order is by score.</param>
public sealed record ScoreDoc(int Doc, float Score, IReadOnlyList<SortKey>? SortKeys = null);
