using System.Diagnostics.Metrics;

namespace Search.Web.Hosting.Telemetry;

/// <summary>The measurements of one instrument with one set of labels.</summary>
/// <remarks>Shareable: each is a few numbers behind one lock.</remarks>
internal sealed class MetricSeries
{
    private static readonly double[] UsualBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

    private readonly Lock _lock = new();
    private readonly bool _isAbsolute;
    private readonly double[] _bounds;
    private readonly long[] _counts;
    private double _sum;
    private long _count;

    private MetricSeries(string labels, bool isAbsolute, double[] bounds)
    {
        Labels = labels;
        _isAbsolute = isAbsolute;
        _bounds = bounds;
        _counts = new long[bounds.Length];
    }

    /// <summary>The labels as they are written: <c>{name="value"}</c>, or empty.</summary>
    public string Labels { get; }

    public static MetricSeries Create(Instrument instrument, string labels) => new(
        labels,
        instrument.IsObservable || instrument.GetType().Name.StartsWith("Gauge", StringComparison.Ordinal),
        instrument is Histogram<double> histogram ? [.. histogram.Advice?.HistogramBucketBoundaries ?? UsualBounds] : []);

    public void Add(double value)
    {
        lock (_lock)
        {
            _sum = _isAbsolute ? value : _sum + value;
            _count++;
            for (var i = 0; i < _bounds.Length; i++)
            {
                if (value <= _bounds[i])
                    _counts[i]++;
            }
        }
    }

    /// <summary>The sum of all measurements, or the last one of what is observed.</summary>
    public (double Sum, long Count, IReadOnlyList<(double Bound, long Count)> Buckets) Read()
    {
        lock (_lock)
            return (_sum, _count, [.. _bounds.Zip(_counts)]);
    }
}
