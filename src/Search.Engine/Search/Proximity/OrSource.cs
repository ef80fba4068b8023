using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Proximity;

/// <summary>Any of several sources.</summary>
internal sealed class OrSource : IntervalSource
{
    private readonly IntervalSource[] _alternatives;
    private readonly bool _mayBeSplit;

    private OrSource(IntervalSource[] alternatives, bool mayBeSplit)
    {
        _alternatives = alternatives;
        _mayBeSplit = mayBeSplit;
    }

    internal override int MinExtent => _alternatives.Length == 0 ? int.MaxValue : _alternatives.Min(alternative => alternative.MinExtent);

    internal override IReadOnlyList<IntervalSource> Alternatives => _mayBeSplit ? _alternatives : [this];

    /// <summary>The distinct alternatives; the only one itself.</summary>
    /// <param name="mayBeSplit">Whether sources around this one may take it apart.</param>
    public static IntervalSource Of(IEnumerable<IntervalSource> alternatives, bool mayBeSplit = true)
    {
        IEnumerable<IntervalSource> flat = mayBeSplit
            ? alternatives.SelectMany(alternative => alternative is OrSource { _mayBeSplit: true } or ? or._alternatives : [alternative])
            : alternatives;
        IntervalSource[] distinct = [.. flat.Distinct()];
        if (distinct.Length > BooleanQuery.MaxClauseCount)
            throw new TooManyClausesException();
        return distinct.Length == 1 ? distinct[0] : new OrSource(distinct, mayBeSplit);
    }

    public override string ToString() => $"or({string.Join(',', _alternatives.Select(alternative => alternative.ToString()))})";

    internal override IntervalMatcher? Open(IntervalContext context)
    {
        var matchers = new List<IntervalMatcher>(_alternatives.Length);
        foreach (IntervalSource alternative in _alternatives)
        {
            if (alternative.Open(context) is { } matcher)
                matchers.Add(matcher);
        }
        return matchers.Count == 0 ? null : new OrMatcher([.. matchers]);
    }

    internal override void AddCost(QueryCost cost)
    {
        foreach (IntervalSource alternative in _alternatives)
            alternative.AddCost(cost);
    }

    // Neither the order means anything nor whether it may be split.
    private protected override bool EqualsSameKind(IntervalSource other) => Multiset.Equal(_alternatives, ((OrSource)other)._alternatives);

    private protected override int HashOfContent() => Multiset.Hash(_alternatives);
}
