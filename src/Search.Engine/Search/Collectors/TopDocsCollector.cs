using Search.Engine.Index;

namespace Search.Engine.Search.Collectors;

/// <summary>Keeps the first hits of an order; for searches that have other collectors beside it.</summary>
/// <remarks>One thread, one search.</remarks>
public abstract class TopDocsCollector : ICollector
{
    private const int DefaultTotalHitsThreshold = 1000;

    private protected TopDocsCollector()
    {
    }

    /// <inheritdoc/>
    public abstract bool NeedsScores { get; }

    /// <summary>A collector of the first <paramref name="k"/> hits.</summary>
    /// <param name="reader">What will be searched.</param>
    /// <param name="k">At least 1; more than there are documents is as good as all.</param>
    /// <param name="options">Order, threshold and start; limits and token are the search's business.</param>
    /// <exception cref="ArgumentException">The hit to start after does not fit the order.</exception>
    public static TopDocsCollector Create(IndexReader reader, int k, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(k);
        options ??= SearchOptions.Default;
        return options.Sort is { Count: > 0 } ? new SortedCollector(Slots(reader, k), options) : ByScore(reader, k, options, shared: null);
    }

    /// <summary>A collector of the best <paramref name="k"/> hits by score.</summary>
    internal static TopScoreCollector ByScore(IndexReader reader, int k, SearchOptions options, SharedMinimum? shared) =>
        new(Slots(reader, k), options.TotalHitsThreshold ?? Math.Max(DefaultTotalHitsThreshold, k), options.After, shared);

    /// <inheritdoc/>
    public abstract ILeafCollector StartLeaf(Leaf leaf);

    /// <summary>The hits so far, in order.</summary>
    public abstract TopDocs Result();

    private static int Slots(IndexReader reader, int k) => Math.Min(k, Math.Max(1, reader.MaxDoc));
}
