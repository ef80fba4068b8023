using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Proximity;

/// <summary>Parts one behind the other, without overlaps.</summary>
internal sealed class OrderedSource : SequenceSource
{
    private OrderedSource(IReadOnlyList<IntervalSource> parts)
        : base("ORDERED", parts)
    {
    }

    internal override IReadOnlyList<IntervalSource> Alternatives => Disjunctions.Combinations(Parts, chosen => new OrderedSource(chosen));

    /// <summary>Parts in order; neighbours that are equal become one that repeats.</summary>
    public static IntervalSource Of(IReadOnlyList<IntervalSource> parts)
    {
        if (parts.Count == 1)
            return parts[0];
        var grouped = new List<(IntervalSource Part, int Times)>();
        foreach (IntervalSource part in parts.SelectMany(part => part is OrderedSource ordered ? ordered.Parts : [part]))
        {
            if (grouped.Count > 0 && grouped[^1].Part.Equals(part))
                grouped[^1] = (part, grouped[^1].Times + 1);
            else
                grouped.Add((part, 1));
        }
        IntervalSource[] repeats = [.. grouped.Select(group => RepeatSource.Of(group.Part, group.Times))];
        return repeats.Length == 1 ? RepeatSource.Alone(repeats[0], "ORDERED") : new OrderedSource(repeats);
    }

    protected override IntervalMatcher Create(IntervalMatcher[] matchers) => new OrderedMatcher(matchers);
}
