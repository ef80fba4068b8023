using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Proximity;

/// <summary>A source made of several parts in an order.</summary>
/// <param name="name">What it is called in print.</param>
internal abstract class SequenceSource(string name, IReadOnlyList<IntervalSource> parts) : IntervalSource
{
    private readonly IntervalSource[] _parts = [.. parts];

    /// <summary>The parts, at least two.</summary>
    public IReadOnlyList<IntervalSource> Parts => _parts;

    // Lucene adds without looking at the range.
    internal sealed override int MinExtent => unchecked(_parts.Aggregate(0, (sum, part) => sum + part.MinExtent));

    public sealed override string ToString() => $"{name}({string.Join(',', _parts.Select(part => part.ToString()))})";

    internal sealed override IntervalMatcher? Open(IntervalContext context)
    {
        var matchers = new IntervalMatcher[_parts.Length];
        for (var i = 0; i < matchers.Length; i++)
        {
            if (_parts[i].Open(context) is not { } matcher)
                return null;
            matchers[i] = matcher;
        }
        return Create(matchers);
    }

    internal sealed override void AddCost(QueryCost cost)
    {
        foreach (IntervalSource part in _parts)
            part.AddCost(cost);
    }

    /// <summary>What finds the intervals of the parts together.</summary>
    protected abstract IntervalMatcher Create(IntervalMatcher[] matchers);

    private protected sealed override bool EqualsSameKind(IntervalSource other) => _parts.AsSpan().SequenceEqual(((SequenceSource)other)._parts);

    private protected sealed override int HashOfContent()
    {
        HashCode hash = default;
        foreach (IntervalSource part in _parts)
            hash.Add(part);
        return hash.ToHashCode();
    }
}
