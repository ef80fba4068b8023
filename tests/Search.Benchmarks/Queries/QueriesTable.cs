using System.Globalization;

namespace Search.Benchmarks.Queries;

/// <summary>A report as a table for people.</summary>
internal static class QueriesTable
{
    /// <summary>Prints the table.</summary>
    public static void Print(QueriesReport report, TextWriter output)
    {
        output.WriteLine($"{report.Paragraphs} paragraphs, {report.Java.Count} rounds, {(report.Counts ? "hits counted" : "ten best hits")}; microseconds of processor time; p50 is the mean of the queries' medians; ratio above 1: ours is faster");
        output.WriteLine("| category | hits | Java p50 | Java p99 | ours p50 | ours p99 | Java ÷ ours | p99 | goal | |");
        output.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (QueriesRow row in report.Rows)
            output.WriteLine($"| {string.Join(" | ", Cells(row))} |");
        string goal = report.Rows.All(row => row.Goal is not null) ? $"{Math.Exp(report.Rows.Average(row => Math.Log(row.Goal!.Value))):F2}" : "";
        output.WriteLine($"| **geometric mean** | | | | | | **{report.GeometricMean:F2}** | {Math.Exp(report.Rows.Average(row => Math.Log(row.RatioP99))):F2} | {goal} | |");
        if (report.Skipped.Count > 0)
            output.WriteLine($"not in our query syntax: {string.Join(", ", report.Skipped)}");
        output.WriteLine($"memory of the last round: Java {Memory(report.Java[^1])}; ours {Memory(report.Ours[^1])}");
    }

    private static string[] Cells(QueriesRow row) =>
    [
        row.Category,
        Figure(row.Hits),
        Figure(row.JavaP50),
        Figure(row.JavaP99),
        Figure(row.OursP50),
        Figure(row.OursP99),
        $"{row.Ratio:F2}",
        $"{row.RatioP99:F2}",
        row.Goal?.ToString(CultureInfo.InvariantCulture) ?? "",
        row.Goal is null ? "" : row.Ratio >= row.Goal ? "reached" : row.Ratio < 1 ? "slower" : "",
    ];

    private static string Memory(BenchReport report) => string.Join(", ", report.Memory.Select(pair => $"{pair.Key} {pair.Value}"));

    private static string Figure(double value) => value.ToString(value < 100 ? "F1" : "F0", CultureInfo.InvariantCulture);
}
