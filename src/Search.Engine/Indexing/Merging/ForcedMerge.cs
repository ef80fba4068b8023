namespace Search.Engine.Indexing.Merging;

/// <summary>The segments that a forced merge is about: those that were there when it was asked for, and what merges made of them.</summary>
/// <remarks>The writer's lock guards it.</remarks>
internal sealed class ForcedMerge(IEnumerable<string> originals)
{
    private readonly Dictionary<string, bool> _isOriginal = originals.ToDictionary(name => name, _ => true, StringComparer.Ordinal);

    public bool Contains(string segment) => _isOriginal.ContainsKey(segment);

    /// <summary>Whether a segment was there from the start.</summary>
    public bool IsOriginal(string segment) => _isOriginal[segment];

    /// <summary>Takes note that a merge made a segment of others.</summary>
    public void Follow(PendingMerge merge, string result)
    {
        if (merge.Sources.Any(Contains))
            _isOriginal[result] = false;
    }
}
