using System.Text.Json;
using Search.Benchmarks.Queries;

namespace Search.Benchmarks.Charts;

/// <summary><c>chart REPORT.json CHART.svg</c>: a report of <c>queries</c> or <c>count</c> as a picture.</summary>
internal static class ChartVerb
{
    /// <summary>Runs the verb; the exit status.</summary>
    public static int Run(string[] arguments)
    {
        var options = new CommandLine(arguments);
        QueriesReport report = JsonSerializer.Deserialize(File.ReadAllText(options.Word(0, "REPORT.json")), ReportJson.Default.QueriesReport)!;
        File.WriteAllText(options.Word(1, "CHART.svg"), RatioChart.Draw(report));
        return 0;
    }
}
