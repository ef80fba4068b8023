using Search.Engine.Index;

namespace Search.Engine.Search.Proximity;

/// <summary>A source that must occur several times: every run of that many of its intervals.</summary>
internal sealed class RepeatMatcher(IntervalMatcher inner, int times) : IntervalMatcher
{
    public override DocIdCursor Documents => inner.Documents;

    public override void CollectParts(int index, IntervalParts parts)
    {
        for (int i = index; i < index + times; i++)
            inner.CollectParts(i, parts);
    }

    protected override void Find()
    {
        inner.Match();
        ReadOnlySpan<Interval> intervals = inner.Intervals;
        for (var first = 0; first + times <= intervals.Length; first++)
        {
            // Lucene's width: right for words, less than their number for what is longer.
            var width = 0;
            foreach (Interval interval in intervals.Slice(first, times))
                width += interval.Start - interval.End + 1;
            (int start, int end) = (intervals[first].Start, intervals[first + times - 1].End);
            Add(new Interval(start, end, end - start + 1 - width, width));
        }
    }
}
