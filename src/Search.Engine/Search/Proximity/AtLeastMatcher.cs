using Search.Engine.Index;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Proximity;

/// <summary>At least so many of several parts in any order: minimal intervals.</summary>
/// <remarks>
/// An interval is made of the parts whose current intervals end first. Lucene 8 depends on the order of its queues where
/// parts start at one position; here that changes nothing: docs/interval-semantics.md, "At least".
/// </remarks>
internal sealed class AtLeastMatcher : IntervalMatcher
{
    private readonly IntervalMatcher[] _parts;
    private readonly int _minimum;
    private readonly int[] _at;
    private readonly List<int> _byEnd = [];

    /// <param name="minimum">At least 1 and at most the number of parts.</param>
    public AtLeastMatcher(IntervalMatcher[] parts, int minimum)
    {
        _parts = parts;
        _minimum = minimum;
        _at = new int[parts.Length];
        Documents = new DisjunctionCursor([.. parts.Select(part => part.Documents)], minimum);
    }

    public override DocIdCursor Documents { get; }

    public override void CollectParts(int index, IntervalParts parts)
    {
        foreach (IntervalMatcher part in _parts)
            part.CollectFirstInside(Intervals[index], parts);
    }

    protected override void Find()
    {
        _byEnd.Clear();
        _at.AsSpan().Clear();
        for (var part = 0; part < _parts.Length; part++)
        {
            if (_parts[part].MatchAt(Documents.DocId))
                File(part);
        }
        int previous = -1;
        Interval? candidate = null;
        while (_byEnd.Count >= _minimum)
        {
            int end = Current(_byEnd[_minimum - 1]).End;
            if (candidate is { } done && done.End != end)
                AddCandidate(done, ref previous);
            int first = FirstOfChosen();
            candidate = Choose(Current(first).Start, end);
            MoveOn(first);
        }
        if (candidate is { } last)
            AddCandidate(last, ref previous);
    }

    private Interval Current(int part) => _parts[part].Intervals[_at[part]];

    // Keeps the order by end; of those that end together the shortest comes first.
    private void File(int part)
    {
        Interval interval = Current(part);
        int place = _byEnd.Count;
        for (; place > 0; place--)
        {
            Interval before = Current(_byEnd[place - 1]);
            if (before.End < interval.End || (before.End == interval.End && before.Start >= interval.Start))
                break;
        }
        _byEnd.Insert(place, part);
    }

    private void MoveOn(int part)
    {
        _byEnd.Remove(part);
        if (++_at[part] < _parts[part].Intervals.Length)
            File(part);
    }

    private int FirstOfChosen()
    {
        int first = _byEnd[0];
        for (var i = 1; i < _minimum; i++)
        {
            if (Current(_byEnd[i]).Start < Current(first).Start)
                first = _byEnd[i];
        }
        return first;
    }

    private Interval Choose(int start, int end)
    {
        int gaps = end - start + 1;
        for (var i = 0; i < _minimum; i++)
            gaps -= Current(_byEnd[i]).Width;
        return new Interval(start, end, gaps);
    }

    private void AddCandidate(in Interval candidate, ref int previous)
    {
        if (candidate.Start <= previous)
            return;
        previous = candidate.Start;
        Add(candidate);
    }
}
