namespace Search.Engine.Search.Facets;

/// <summary>Buckets of equal width.</summary>
internal sealed class FixedInterval(long width, long origin) : HistogramInterval
{
    private readonly long _originInWidth = Modulo(origin, width, out _);

    public override long StartOf(long value)
    {
        // Each taken modulo first: the difference of two integers may not be one.
        long rest = Modulo(value, width, out _) - _originInWidth;
        return StepBack(value, rest < 0 ? rest + width : rest);
    }
}
