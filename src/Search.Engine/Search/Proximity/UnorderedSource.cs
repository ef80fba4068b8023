using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Proximity;

/// <summary>Parts in any order, overlapping or not.</summary>
internal sealed class UnorderedSource : SequenceSource
{
    private UnorderedSource(IReadOnlyList<IntervalSource> parts)
        : base("UNORDERED", parts)
    {
    }

    internal override IReadOnlyList<IntervalSource> Alternatives => Disjunctions.Combinations(Parts, chosen => new UnorderedSource(chosen));

    /// <summary>Parts in any order; equal ones become one that repeats, where the first of them stands.</summary>
    public static IntervalSource Of(IReadOnlyList<IntervalSource> parts)
    {
        if (parts.Count == 1)
            return parts[0];
        var order = new List<IntervalSource>();
        var times = new Dictionary<IntervalSource, int>();
        foreach (IntervalSource part in parts.SelectMany(part => part is UnorderedSource unordered ? unordered.Parts : [part]))
        {
            if (times.TryAdd(part, 1))
                order.Add(part);
            else
                times[part]++;
        }
        IntervalSource[] repeats = [.. order.Select(part => RepeatSource.Of(part, times[part]))];
        return repeats.Length == 1 ? RepeatSource.Alone(repeats[0], "UNORDERED") : new UnorderedSource(repeats);
    }

    protected override IntervalMatcher Create(IntervalMatcher[] matchers) => new UnorderedMatcher(matchers);
}
