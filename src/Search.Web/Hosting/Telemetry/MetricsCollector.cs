using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Search.Web.Hosting.Telemetry;

/// <summary>Adds up what the meters of this host and of the runtime measure.</summary>
/// <remarks>Shareable. The number of series of one instrument is bounded; measurements of more are left out.</remarks>
internal sealed class MetricsCollector : IDisposable
{
    private const string RuntimeMeter = "System.Runtime";
    private const int MostSeries = 500;

    private readonly IMeterFactory _meters;
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<Instrument, ConcurrentDictionary<string, MetricSeries>> _series = new();

    /// <param name="meters">Whose meters are collected: other hosts in the process have others.</param>
    public MetricsCollector(IMeterFactory meters)
    {
        _meters = meters;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, _meters) || instrument.Meter.Name == RuntimeMeter)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<float>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>All instruments with their series, by name.</summary>
    public IReadOnlyList<(Instrument Instrument, IReadOnlyList<MetricSeries> Series)> Collect()
    {
        _listener.RecordObservableInstruments();
        return
        [
            .. _series.OrderBy(entry => entry.Key.Name, StringComparer.Ordinal)
                .Select(entry => (entry.Key, (IReadOnlyList<MetricSeries>)[.. entry.Value.OrderBy(series => series.Key, StringComparer.Ordinal).Select(series => series.Value)])),
        ];
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        ConcurrentDictionary<string, MetricSeries> all = _series.GetOrAdd(instrument, _ => new(StringComparer.Ordinal));
        string labels = PrometheusText.Labels(tags);
        if (!all.TryGetValue(labels, out MetricSeries? series))
        {
            if (all.Count >= MostSeries)
                return;
            series = all.GetOrAdd(labels, _ => MetricSeries.Create(instrument, labels));
        }
        series.Add(value);
    }
}
