using Search.Engine.Index;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Proximity;

/// <summary>The intervals of all alternatives without those that contain another one.</summary>
internal sealed class OrMatcher : IntervalMatcher
{
    private readonly IntervalMatcher[] _alternatives;
    private readonly int[] _at;
    private readonly List<(int Alternative, int Place)> _chosen = [];

    public OrMatcher(IntervalMatcher[] alternatives)
    {
        _alternatives = alternatives;
        _at = new int[alternatives.Length];
        Documents = new DisjunctionCursor([.. alternatives.Select(alternative => alternative.Documents)]);
    }

    public override DocIdCursor Documents { get; }

    public override void CollectParts(int index, IntervalParts parts)
    {
        (int alternative, int place) = _chosen[index];
        _alternatives[alternative].CollectParts(place, parts);
    }

    protected override void Find()
    {
        _chosen.Clear();
        _at.AsSpan().Clear();
        foreach (IntervalMatcher alternative in _alternatives)
            alternative.MatchAt(Documents.DocId);
        int previous = -1;
        for (int next = Next(); next >= 0; next = Next())
        {
            Interval interval = _alternatives[next].Intervals[_at[next]];
            if (interval.Start > previous)
            {
                Add(new Interval(interval.Start, interval.End, interval.Gaps));
                _chosen.Add((next, _at[next]));
                previous = interval.Start;
            }
            _at[next]++;
        }
    }

    // The alternative whose interval ends first, the shortest of several; -1 at the end of all.
    private int Next()
    {
        int best = -1;
        Interval bestInterval = default;
        for (var i = 0; i < _alternatives.Length; i++)
        {
            ReadOnlySpan<Interval> intervals = _alternatives[i].Intervals;
            if (_at[i] == intervals.Length)
                continue;
            Interval interval = intervals[_at[i]];
            if (best >= 0 && (interval.End > bestInterval.End || (interval.End == bestInterval.End && interval.Start <= bestInterval.Start)))
                continue;
            best = i;
            bestInterval = interval;
        }
        return best;
    }
}
