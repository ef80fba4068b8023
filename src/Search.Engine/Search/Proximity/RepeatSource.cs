using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Proximity;

/// <summary>A source that must occur several times.</summary>
internal sealed class RepeatSource : IntervalSource
{
    private readonly IntervalSource _inner;
    private readonly int _times;
    private readonly string? _name;

    private RepeatSource(IntervalSource inner, int times, string? name)
    {
        _inner = inner;
        _times = times;
        _name = name;
    }

    internal override int MinExtent => _inner.MinExtent;

    /// <summary>The source so many times; itself for once.</summary>
    public static IntervalSource Of(IntervalSource inner, int times) => times == 1 ? inner : new RepeatSource(inner, times, name: null);

    /// <summary>One that stands for a source that is made of nothing else, and is printed by its name.</summary>
    public static IntervalSource Alone(IntervalSource source, string name) =>
        source is RepeatSource { _name: null } repeat ? new RepeatSource(repeat._inner, repeat._times, name) : source;

    public override string ToString()
    {
        string parts = string.Join(',', Enumerable.Repeat(_inner.ToString(), _times));
        return _name is null ? parts : $"{_name}({parts})";
    }

    internal override IntervalMatcher? Open(IntervalContext context) =>
        _inner.Open(context) is { } matcher ? new RepeatMatcher(matcher, _times) : null;

    internal override void AddCost(QueryCost cost) => _inner.AddCost(cost);

    private protected override bool EqualsSameKind(IntervalSource other)
    {
        var that = (RepeatSource)other;
        return _times == that._times && _inner.Equals(that._inner);
    }

    private protected override int HashOfContent() => HashCode.Combine(_inner, _times);
}
