using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Proximity;

/// <summary>Intervals of a source that stand, or do not stand, in a relation to one of another source, the reference.</summary>
internal sealed class RelationSource : IntervalSource
{
    private readonly IntervalSource _subject;
    private readonly IntervalSource _reference;
    private readonly IntervalRelation _relation;
    private readonly bool _isNegative;

    private RelationSource(IntervalSource subject, IntervalSource reference, IntervalRelation relation, bool isNegative)
    {
        _subject = subject;
        _reference = reference;
        _relation = relation;
        _isNegative = isNegative;
    }

    internal override int MinExtent => _subject.MinExtent;

    internal override IReadOnlyList<IntervalSource> Alternatives => _relation == IntervalRelation.Overlapping && !_isNegative
        ? Disjunctions.Combinations([_subject, _reference], chosen => new RelationSource(chosen[0], chosen[1], _relation, isNegative: false))
        : [this];

    /// <summary>The relation; the side that is to be the longer one is taken apart into its alternatives.</summary>
    public static IntervalSource Of(IntervalSource subject, IntervalSource reference, IntervalRelation relation, bool isNegative = false)
    {
        RelationSource Create(IntervalSource one, IntervalSource other) => new(one, other, relation, isNegative);
        return relation switch
        {
            IntervalRelation.Containing => OrSource.Of(Disjunctions.Split(subject).Select(longer => Create(longer, reference))),
            IntervalRelation.ContainedBy => OrSource.Of(Disjunctions.Split(reference).Select(longer => Create(subject, longer))),
            _ => Create(subject, reference),
        };
    }

    public override string ToString()
    {
        string name = _relation switch
        {
            IntervalRelation.Containing => _isNegative ? "NOT_CONTAINING" : "CONTAINING",
            IntervalRelation.ContainedBy => _isNegative ? "NOT_CONTAINED_BY" : "CONTAINED_BY",
            _ => _isNegative ? "NON_OVERLAPPING" : "OVERLAPPING",
        };
        return $"{name}({_subject},{_reference})";
    }

    internal override IntervalMatcher? Open(IntervalContext context)
    {
        if (_subject.Open(context) is not { } subject)
            return null;
        if (OpenReference(context) is { } reference)
            return new RelationMatcher(subject, reference, _relation, _isNegative);
        return _isNegative ? subject : null;
    }

    // A reference that lacks terms would let pass what it should take out.
    private IntervalMatcher? OpenReference(IntervalContext context)
    {
        if (!_isNegative)
            return _reference.Open(context);
        context.Budget?.EnterNegation();
        IntervalMatcher? reference = _reference.Open(context);
        context.Budget?.LeaveNegation();
        return reference;
    }

    internal override void AddCost(QueryCost cost)
    {
        _subject.AddCost(cost);
        _reference.AddCost(cost);
    }

    private protected override bool EqualsSameKind(IntervalSource other)
    {
        var that = (RelationSource)other;
        return _relation == that._relation && _isNegative == that._isNegative
            && _subject.Equals(that._subject) && _reference.Equals(that._reference);
    }

    private protected override int HashOfContent() => HashCode.Combine(_subject, _reference, _relation, _isNegative);
}
