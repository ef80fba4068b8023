using Search.Engine.Index;

namespace Search.Engine.Search.Proximity;

/// <summary>The intervals of a source one by one: left as they are, changed, or left out.</summary>
internal abstract class MappingMatcher(IntervalMatcher inner) : IntervalMatcher
{
    private readonly List<int> _kept = [];

    public sealed override DocIdCursor Documents => inner.Documents;

    public sealed override void CollectParts(int index, IntervalParts parts) => inner.CollectParts(_kept[index], parts);

    protected sealed override void Find()
    {
        _kept.Clear();
        inner.Match();
        ReadOnlySpan<Interval> intervals = inner.Intervals;
        for (var i = 0; i < intervals.Length; i++)
        {
            if (Map(intervals[i]) is not { } mapped)
                continue;
            Add(mapped);
            _kept.Add(i);
        }
    }

    /// <summary>What becomes of an interval; null: it is left out.</summary>
    protected abstract Interval? Map(in Interval interval);
}
