namespace Search.Engine.Search.Facets;

/// <summary>How often a string was counted.</summary>
/// <param name="Value">The string.</param>
/// <param name="Count">Documents, or runs of documents that count as one.</param>
public readonly record struct FacetCount(string Value, long Count);
