namespace Search.Engine.Search;

/// <summary>What a search may cost at most; what is null is not limited.</summary>
/// <remarks>
/// <para>Immutable. What can be known before work starts is refused with an exception (<see cref="MaxClauses"/>,
/// <see cref="MaxAutomatonStates"/>); what shows itself on the way (<see cref="MaxExpansions"/>, <see cref="Time"/>) ends in a
/// result that says it is only a part (<see cref="PartialReason"/>), never in an exception.</para>
/// <para>Every hit of a partial result is a hit of the whole one, and numbers of hits are lower bounds. Out of time, scores are those
/// of the whole result; out of terms, a hit may lack what a clause would have added for terms that it did not come to.</para>
/// </remarks>
public sealed record SearchLimits
{
    /// <summary>Nothing is limited.</summary>
    public static SearchLimits None { get; } = new();

    /// <summary>Most queries in the tree that are not made of other queries (terms, phrases, ranges …).</summary>
    public int? MaxClauses
    {
        get;
        init => field = Positive(value, nameof(value));
    }

    /// <summary>
    /// Most terms that prefixes, patterns, ranges and sets of terms may come to, over all clauses and segments of one search:
    /// a term that three segments have counts three times. Beyond it a clause matches by the terms that it has come to; the
    /// terms of a segment are taken in order.
    /// </summary>
    public int? MaxExpansions
    {
        get;
        init => field = Positive(value, nameof(value));
    }

    /// <summary>Most states of one automaton (patterns, regular expressions, similar terms).</summary>
    public int? MaxAutomatonStates
    {
        get;
        init => field = Positive(value, nameof(value));
    }

    /// <summary>
    /// Most time, looked at between and inside windows of a few thousand documents. The result is that of the first windows
    /// of the index, in document order.
    /// </summary>
    public TimeSpan? Time
    {
        get;
        init
        {
            if (value is { } time)
                ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero, nameof(value));
            field = value;
        }
    }

    private static int? Positive(int? value, string name)
    {
        if (value is { } number)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number, name);
        return value;
    }
}
