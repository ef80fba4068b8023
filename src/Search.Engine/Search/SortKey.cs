namespace Search.Engine.Search;

/// <summary>What one criterion of an order compared of a hit.</summary>
/// <remarks>Opaque; for <see cref="SearchOptions.After"/>. Numbers, scores and documents are integers that order alike.</remarks>
/// <param name="Number">The integer; 0 for strings.</param>
/// <param name="Text">The string's bytes; null when it is missing or for numbers.</param>
public readonly record struct SortKey(long Number, byte[]? Text);
