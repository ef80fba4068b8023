namespace Search.Engine.Search.Proximity;

/// <summary>The one position in front of each interval, or the one behind it.</summary>
internal sealed class NeighbourMatcher(IntervalMatcher inner, bool isBehind) : MappingMatcher(inner)
{
    protected override Interval? Map(in Interval interval)
    {
        if (isBehind && interval.End == int.MaxValue - 1)
            return null;
        int position = isBehind ? interval.End + 1 : Math.Max(0, interval.Start - 1);
        return new Interval(position, position, gaps: 0);
    }
}
