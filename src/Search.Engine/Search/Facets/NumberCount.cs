namespace Search.Engine.Search.Facets;

/// <summary>How often a number was counted.</summary>
/// <param name="Value">The number, or the one at which a bucket starts.</param>
/// <param name="Count">Documents, or runs of documents that count as one.</param>
public readonly record struct NumberCount(long Value, long Count);
