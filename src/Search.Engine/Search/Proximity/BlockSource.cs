using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Proximity;

/// <summary>Parts that follow one another at once: a phrase.</summary>
internal sealed class BlockSource : SequenceSource
{
    private BlockSource(IReadOnlyList<IntervalSource> parts)
        : base("BLOCK", parts)
    {
    }

    /// <summary>The phrase of some parts: its alternatives if they have alternatives of several lengths.</summary>
    public static IntervalSource Of(IReadOnlyList<IntervalSource> parts) =>
        parts.Count == 1 ? parts[0] : OrSource.Of(Disjunctions.Combinations(parts, chosen => new BlockSource(Flat(chosen))));

    protected override IntervalMatcher Create(IntervalMatcher[] matchers) => new BlockMatcher(matchers);

    private static List<IntervalSource> Flat(IReadOnlyList<IntervalSource> parts) =>
        [.. parts.SelectMany(part => part is BlockSource block ? block.Parts : [part])];
}
