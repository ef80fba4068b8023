namespace Search.Engine.Search.Proximity;

/// <summary>Intervals made longer; not before position 0 nor behind the last one that there can be.</summary>
internal sealed class ExtendMatcher(IntervalMatcher inner, int before, int after) : MappingMatcher(inner)
{
    private const long LastPosition = int.MaxValue - 1;

    protected override Interval? Map(in Interval interval) => new Interval(
        (int)Math.Max(0L, (long)interval.Start - before),
        (int)Math.Min(LastPosition, (long)interval.End + after),
        interval.Gaps);
}
