namespace Search.Engine.Search;

/// <summary>How a search orders, counts and pages.</summary>
public sealed record SearchOptions
{
    /// <summary>
    /// Hits are counted exactly up to this number; where there are more, the search may skip what cannot be among the best, from the start if
    /// the index tells that there are. Null: 1,000 or the number of hits asked for if that is more; <see cref="int.MaxValue"/>: always exact.
    /// </summary>
    public int? TotalHitsThreshold
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value.GetValueOrDefault(), nameof(value));
            field = value;
        }
    }

    /// <summary>The order; null or empty: by descending score. Equals are in the order of their document ids.</summary>
    public IReadOnlyList<SortField>? Sort { get; init; }

    /// <summary>Whether hits of a sorted search carry their scores.</summary>
    public bool ScoresWithSort { get; init; } = true;

    /// <summary>The last hit of the page before; null: from the start. It must come from a search with the same order.</summary>
    public ScoreDoc? After { get; init; }

    /// <summary>
    /// Threads that may search for the best hits by score at a time, each another segment. More than one pays where cores are idle and
    /// the index has several large segments; small indexes, other orders and searches with limits run on the caller's thread alone.
    /// </summary>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, nameof(value));
            field = value;
        }
    } = 1;

    /// <summary>What the search may cost; null: whatever it needs.</summary>
    public SearchLimits? Limits { get; init; }

    /// <summary>Asked between and inside windows of a few thousand documents.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>What counts where nothing is said.</summary>
    internal static SearchOptions Default { get; } = new();
}
