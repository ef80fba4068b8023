using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Proximity;

/// <summary>At least so many of several parts in any order.</summary>
internal sealed class AtLeastSource(int minimum, IReadOnlyList<IntervalSource> parts) : IntervalSource
{
    private readonly int _minimum = minimum;
    private readonly IntervalSource[] _parts = [.. parts];

    // Lucene adds without looking at the range.
    internal override int MinExtent =>
        unchecked(_parts.Select(part => part.MinExtent).Order().Take(_minimum).Aggregate(0, (sum, extent) => sum + extent));

    public override string ToString() => $"ProxBoost({string.Join(',', _parts.Select(part => part.ToString()))}~{_minimum})";

    internal override IntervalMatcher? Open(IntervalContext context)
    {
        var matchers = new List<IntervalMatcher>(_parts.Length);
        foreach (IntervalSource part in _parts)
        {
            if (part.Open(context) is { } matcher)
                matchers.Add(matcher);
        }
        return matchers.Count < _minimum ? null : new AtLeastMatcher([.. matchers], _minimum);
    }

    internal override void AddCost(QueryCost cost)
    {
        foreach (IntervalSource part in _parts)
            part.AddCost(cost);
    }

    private protected override bool EqualsSameKind(IntervalSource other)
    {
        var that = (AtLeastSource)other;
        return _minimum == that._minimum && _parts.AsSpan().SequenceEqual(that._parts);
    }

    private protected override int HashOfContent()
    {
        HashCode hash = default;
        hash.Add(_minimum);
        foreach (IntervalSource part in _parts)
            hash.Add(part);
        return hash.ToHashCode();
    }
}
