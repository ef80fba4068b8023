namespace Search.Engine.Indexing.Merging;

/// <summary>A merge that is waiting or running.</summary>
/// <param name="Sources">Names of the segments, in the order of their documents.</param>
internal sealed record PendingMerge(IReadOnlyList<string> Sources);
