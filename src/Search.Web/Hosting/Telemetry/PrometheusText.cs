using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Search.Web.Hosting.Telemetry;

/// <summary>Metrics in the text format of Prometheus, version 0.0.4.</summary>
internal static class PrometheusText
{
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(IReadOnlyList<(Instrument Instrument, IReadOnlyList<MetricSeries> Series)> metrics)
    {
        var text = new StringBuilder();
        foreach ((Instrument instrument, IReadOnlyList<MetricSeries> series) in metrics)
        {
            bool isHistogram = IsA(instrument, "Histogram");
            bool isCounter = IsA(instrument, "Counter") || IsA(instrument, "ObservableCounter");
            string name = NameOf(instrument, isCounter);
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {HelpOf(instrument)}\n# TYPE {name} {(isHistogram ? "histogram" : isCounter ? "counter" : "gauge")}\n");
            foreach (MetricSeries one in series)
                Append(text, name, one, isHistogram);
        }
        return text.ToString();
    }

    /// <summary>Labels as they stand behind a name: sorted, values escaped; empty for none.</summary>
    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
            return "";
        string[] labels = [.. tags.ToArray()
            .OrderBy(tag => tag.Key, StringComparer.Ordinal)
            .Select(tag => $"{Word(tag.Key)}=\"{Escape(Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "")}\"")];
        return $"{{{string.Join(',', labels)}}}";
    }

    private static void Append(StringBuilder text, string name, MetricSeries series, bool isHistogram)
    {
        (double sum, long count, IReadOnlyList<(double Bound, long Count)> buckets) = series.Read();
        if (!isHistogram)
        {
            text.Append(name).Append(series.Labels).Append(' ').Append(Number(sum)).Append('\n');
            return;
        }
        foreach ((double bound, long below) in buckets)
            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{WithBound(series.Labels, Number(bound))} {below}\n");
        text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{WithBound(series.Labels, "+Inf")} {count}\n");
        text.Append(CultureInfo.InvariantCulture, $"{name}_sum{series.Labels} {Number(sum)}\n{name}_count{series.Labels} {count}\n");
    }

    private static bool IsA(Instrument instrument, string kind) => instrument.GetType().Name.StartsWith($"{kind}`", StringComparison.Ordinal);

    private static string WithBound(string labels, string bound) => labels.Length == 0 ? $"{{le=\"{bound}\"}}" : $"{labels[..^1]},le=\"{bound}\"}}";

    private static string NameOf(Instrument instrument, bool isCounter)
    {
        string unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        string name = Word(instrument.Name);
        return $"{name}{(name.EndsWith(unit, StringComparison.Ordinal) ? "" : unit)}{(isCounter ? "_total" : "")}";
    }

    private static string HelpOf(Instrument instrument) =>
        (instrument.Description ?? "").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Word(string name) => string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_'));

    private static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
