using Search.Engine.Index;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Proximity;

/// <summary>Intervals of a source that stand, or do not stand, in a relation to one of another source, the reference.</summary>
internal sealed class RelationMatcher : IntervalMatcher
{
    private readonly IntervalMatcher _subject;
    private readonly IntervalMatcher _reference;
    private readonly IntervalRelation _relation;
    private readonly bool _isNegative;
    private readonly List<int> _kept = [];

    public RelationMatcher(IntervalMatcher subject, IntervalMatcher reference, IntervalRelation relation, bool isNegative)
    {
        _subject = subject;
        _reference = reference;
        _relation = relation;
        _isNegative = isNegative;
        Documents = isNegative ? subject.Documents : new ConjunctionCursor([subject.Documents, reference.Documents]);
    }

    public override DocIdCursor Documents { get; }

    /// <summary>The interval's own words and, unless the relation is denied, those of every reference that it has it to.</summary>
    public override void CollectParts(int index, IntervalParts parts)
    {
        _subject.CollectParts(_kept[index], parts);
        if (_isNegative)
            return;
        Interval interval = Intervals[index];
        ReadOnlySpan<Interval> references = _reference.Intervals;
        for (var i = 0; i < references.Length; i++)
        {
            if (Holds(interval, references[i]))
                _reference.CollectParts(i, parts);
        }
    }

    protected override void Find()
    {
        _kept.Clear();
        if (!_subject.Match() || (!_reference.MatchAt(_subject.Documents.DocId) && !_isNegative))
            return;
        ReadOnlySpan<Interval> intervals = _subject.Intervals;
        ReadOnlySpan<Interval> references = _reference.Intervals;
        var at = 0;
        for (var i = 0; i < intervals.Length; i++)
        {
            Interval interval = intervals[i];
            while (at < references.Length && IsBehind(references[at], interval))
                at++;
            if ((at < references.Length && Decides(interval, references[at])) == _isNegative)
                continue;
            Add(new Interval(interval.Start, interval.End, interval.Gaps));
            _kept.Add(i);
        }
    }

    // Whether neither this interval nor a later one has the relation to the reference; neither starts nor ends descend.
    private bool IsBehind(in Interval reference, in Interval interval) => _relation switch
    {
        IntervalRelation.Containing => reference.Start < interval.Start && reference.End < interval.End,
        IntervalRelation.ContainedBy => reference.End < interval.End,
        _ => reference.End < interval.Start,
    };

    // The first reference that is not behind decides. Lucene takes an interval to hold a reference already when that one, not
    // being behind, starts inside or before it: docs/interval-semantics.md, "Not containing".
    private bool Decides(in Interval interval, in Interval reference) =>
        _relation == IntervalRelation.Containing && _isNegative ? reference.Start <= interval.End : Holds(interval, reference);

    private bool Holds(in Interval interval, in Interval reference) => _relation switch
    {
        IntervalRelation.Containing => interval.Contains(reference),
        IntervalRelation.ContainedBy => reference.Contains(interval),
        _ => interval.Overlaps(reference),
    };
}
