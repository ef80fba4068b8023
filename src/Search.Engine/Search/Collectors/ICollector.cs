using Search.Engine.Index;

namespace Search.Engine.Search.Collectors;

/// <summary>Receives every match of a search.</summary>
public interface ICollector
{
    /// <summary>Whether scores are wanted; without them the search is cheaper.</summary>
    bool NeedsScores { get; }

    /// <summary>Called once for each segment, in order, before its documents.</summary>
    ILeafCollector StartLeaf(Leaf leaf);
}

/// <summary>Receives the matches of one segment.</summary>
public interface ILeafCollector
{
    /// <summary>
    /// Documents that score less need not be collected any more; 0 asks for all. Read between batches; must not fall.
    /// </summary>
    float MinCompetitiveScore => 0f;

    /// <summary>Takes a batch of documents that are not deleted, never empty.</summary>
    /// <param name="docs">The segment's own ids, ascending over all batches; valid during the call.</param>
    /// <param name="scores">Beside <paramref name="docs"/>; all 0 when no scores are wanted.</param>
    void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores);
}
