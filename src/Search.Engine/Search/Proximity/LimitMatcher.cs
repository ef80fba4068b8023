namespace Search.Engine.Search.Proximity;

/// <summary>Intervals that are short enough, or whose gaps are few enough.</summary>
internal sealed class LimitMatcher(IntervalMatcher inner, IntervalLimit limit, int most) : MappingMatcher(inner)
{
    protected override Interval? Map(in Interval interval)
    {
        int measure = limit == IntervalLimit.Length ? interval.Length : interval.Gaps;
        return measure <= most ? new Interval(interval.Start, interval.End, interval.Gaps) : null;
    }
}
