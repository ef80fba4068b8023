using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Proximity;

/// <summary>A source whose words are looked for in a field of its own, whatever field the query names.</summary>
internal sealed class FieldSource(string field, IntervalSource inner) : IntervalSource
{
    private readonly string _field = field;
    private readonly IntervalSource _inner = inner;

    internal override int MinExtent => _inner.MinExtent;

    internal override IReadOnlyList<IntervalSource> Alternatives => Disjunctions.Each(_inner, alternative => new FieldSource(_field, alternative));

    public override string ToString() => $"FIELD({_field},{_inner})";

    internal override IntervalMatcher? Open(IntervalContext context) =>
        _inner.Open(context with { Field = _field }) is { } matcher ? new FieldMatcher(matcher, _field) : null;

    internal override void AddCost(QueryCost cost) => _inner.AddCost(cost);

    private protected override bool EqualsSameKind(IntervalSource other)
    {
        var that = (FieldSource)other;
        return _field == that._field && _inner.Equals(that._inner);
    }

    private protected override int HashOfContent() => HashCode.Combine(_field, _inner);
}
