using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Proximity;

/// <summary>The one position in front of each interval, or the one behind it.</summary>
internal sealed class NeighbourSource(IntervalSource inner, bool isBehind) : IntervalSource
{
    private readonly IntervalSource _inner = inner;
    private readonly bool _isBehind = isBehind;

    internal override int MinExtent => 1;

    public override string ToString() => $"{(_isBehind ? "FOLLOWING" : "PRECEDING")}({_inner})";

    internal override IntervalMatcher? Open(IntervalContext context) =>
        _inner.Open(context) is { } matcher ? new NeighbourMatcher(matcher, _isBehind) : null;

    internal override void AddCost(QueryCost cost) => _inner.AddCost(cost);

    private protected override bool EqualsSameKind(IntervalSource other)
    {
        var that = (NeighbourSource)other;
        return _isBehind == that._isBehind && _inner.Equals(that._inner);
    }

    private protected override int HashOfContent() => HashCode.Combine(_inner, _isBehind);
}
