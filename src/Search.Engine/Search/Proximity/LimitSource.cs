using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Proximity;

/// <summary>Intervals that are short enough, or whose gaps are few enough.</summary>
internal sealed class LimitSource(IntervalSource inner, IntervalLimit limit, int most) : IntervalSource
{
    private readonly IntervalSource _inner = inner;
    private readonly IntervalLimit _limit = limit;
    private readonly int _most = most;

    internal override int MinExtent => _inner.MinExtent;

    internal override IReadOnlyList<IntervalSource> Alternatives =>
        Disjunctions.Each(_inner, alternative => new LimitSource(alternative, _limit, _most));

    public override string ToString() => $"{(_limit == IntervalLimit.Length ? "MAXWIDTH" : "MAXGAPS")}/{_most}({_inner})";

    internal override IntervalMatcher? Open(IntervalContext context) =>
        _inner.Open(context) is { } matcher ? new LimitMatcher(matcher, _limit, _most) : null;

    internal override void AddCost(QueryCost cost) => _inner.AddCost(cost);

    private protected override bool EqualsSameKind(IntervalSource other)
    {
        var that = (LimitSource)other;
        return _limit == that._limit && _most == that._most && _inner.Equals(that._inner);
    }

    private protected override int HashOfContent() => HashCode.Combine(_inner, _limit, _most);
}
