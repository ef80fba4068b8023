namespace Search.Engine.Search.Grouping;

/// <summary>How hits are collapsed into groups.</summary>
public sealed record CollapseOptions
{
    /// <summary>A sorted or numeric column; documents without a value in it are one group of their own.</summary>
    public required string Column { get; init; }

    /// <summary>Most groups.</summary>
    public int Groups
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, nameof(value));
            field = value;
        }
    } = 10;

    /// <summary>Groups that are passed over: those of earlier pages.</summary>
    public int Offset
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(value));
            field = value;
        }
    }

    /// <summary>Most hits of a group.</summary>
    public int HitsPerGroup
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, nameof(value));
            field = value;
        }
    } = 1;

    /// <summary>
    /// The order of the groups: a group stands where its first hit in this order stands. Null or empty: by descending score.
    /// </summary>
    public IReadOnlyList<SortField>? Sort { get; init; }

    /// <summary>The order of the hits of a group; null: <see cref="Sort"/>.</summary>
    public IReadOnlyList<SortField>? SortWithin { get; init; }

    /// <summary>Whether hits carry their scores and groups their highest score, also where no order needs them.</summary>
    public bool Scores { get; init; } = true;

    /// <summary>What the search may cost; null: whatever it needs.</summary>
    public SearchLimits? Limits { get; init; }

    /// <summary>Asked between and inside windows of a few thousand documents.</summary>
    public CancellationToken Cancellation { get; init; }
}
