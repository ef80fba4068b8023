using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Proximity;

/// <summary>Intervals made longer at both ends.</summary>
internal sealed class ExtendSource(IntervalSource inner, int before, int after) : IntervalSource
{
    private readonly IntervalSource _inner = inner;
    private readonly int _before = before;
    private readonly int _after = after;

    // Lucene's sum: it may pass int's range twice.
    internal override int MinExtent
    {
        get
        {
            int sum = unchecked(_inner.MinExtent + _before + _after);
            return sum < 0 ? int.MaxValue : sum;
        }
    }

    internal override IReadOnlyList<IntervalSource> Alternatives =>
        Disjunctions.Each(_inner, alternative => new ExtendSource(alternative, _before, _after));

    public override string ToString() => $"EXTEND({_inner},{_before},{_after})";

    internal override IntervalMatcher? Open(IntervalContext context) =>
        _inner.Open(context) is { } matcher ? new ExtendMatcher(matcher, _before, _after) : null;

    internal override void AddCost(QueryCost cost) => _inner.AddCost(cost);

    private protected override bool EqualsSameKind(IntervalSource other)
    {
        var that = (ExtendSource)other;
        return _before == that._before && _after == that._after && _inner.Equals(that._inner);
    }

    private protected override int HashOfContent() => HashCode.Combine(_inner, _before, _after);
}
