namespace Search.Engine.Search.Facets;

/// <summary>Buckets of equal width.</summary>
internal sealed class FixedInterval(long width, long origin) : HistogramInterval
{
    public override long StartOf(long value)
    {
        // Wide arithmetic: the difference of two integers may not be one.
        Int128 rest = ((Int128)value - origin) % width;
        Int128 start = value - (rest < 0 ? rest + width : rest);
        return start < long.MinValue ? long.MinValue : (long)start;
    }
}
