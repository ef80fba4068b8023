using Search.Engine.Index;

namespace Search.Engine.Search.Collectors;

/// <summary>Hands every match to several collectors.</summary>
/// <remarks>One thread, one search.</remarks>
public sealed class MultiCollector : ICollector
{
    private readonly ICollector[] _collectors;

    /// <summary>All of <paramref name="collectors"/>, in order.</summary>
    public MultiCollector(params IReadOnlyList<ICollector> collectors)
    {
        ArgumentNullException.ThrowIfNull(collectors);
        _collectors = [.. collectors];
    }

    /// <inheritdoc/>
    public bool NeedsScores => Array.Exists(_collectors, collector => collector.NeedsScores);

    /// <inheritdoc/>
    public ILeafCollector StartLeaf(Leaf leaf) =>
        _collectors.Length == 1 ? _collectors[0].StartLeaf(leaf) : new LeafCollectors([.. _collectors.Select(collector => collector.StartLeaf(leaf))]);

    private sealed class LeafCollectors(ILeafCollector[] leaves) : ILeafCollector
    {
        // What only one can do without is still wanted by another.
        public float MinCompetitiveScore => leaves.Length == 0 ? 0f : leaves.Min(leaf => leaf.MinCompetitiveScore);

        public void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
        {
            foreach (ILeafCollector leaf in leaves)
                leaf.Collect(docs, scores);
        }
    }
}
