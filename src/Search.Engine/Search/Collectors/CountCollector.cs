using Search.Engine.Index;

namespace Search.Engine.Search.Collectors;

/// <summary>Counts matches, nothing else; alone, <see cref="IndexSearcher.Count(Queries.Query)"/> is cheaper.</summary>
/// <remarks>One thread, one search.</remarks>
public sealed class CountCollector : ICollector, ILeafCollector
{
    /// <summary>Matches so far.</summary>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public bool NeedsScores => false;

    /// <inheritdoc/>
    public ILeafCollector StartLeaf(Leaf leaf) => this;

    /// <inheritdoc/>
    public void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores) => Count += docs.Length;
}
