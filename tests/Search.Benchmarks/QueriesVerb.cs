using System.Globalization;
using System.Text.Json;
using Search.Engine.QueryParsing;
using Search.Engine.Tests.AgainstLucene;
using Search.Engine.Tests.Infrastructure;

namespace Search.Benchmarks;

/// <summary>
/// <c>queries [--paragraphs 100000] [--rounds 3] [--warmup 1] [--seconds 1] [--index FOLDER] [--only A,B] [--json FILE]</c>: latency
/// by kind of query, ours and Lucene's on the same index, in rounds that follow one another.
/// </summary>
/// <remarks>A ratio is the median of the rounds' ratios. Without <c>--index</c> Lucene writes one, in one segment.</remarks>
internal static class QueriesVerb
{
    /// <summary>Runs the verb; the exit status.</summary>
    public static int Run(string[] arguments)
    {
        var options = new CommandLine(arguments);
        int paragraphs = options.Number("--paragraphs", 100_000);
        using var scratch = new TemporaryFolder();
        string index = options.Text("--index") ?? scratch.File("index");
        if (options.Text("--index") is null)
            Oracle.Run("index", GeneratedCorpus.Paragraphs(paragraphs), index, "--segments", "1");
        (IReadOnlyList<QueryLine> spoken, IReadOnlyList<string> skipped) = Choose(QueryLine.Read(GeneratedCorpus.Queries(paragraphs)), options.Text("--only"));
        string queries = scratch.File("queries.tsv");
        File.WriteAllLines(queries, spoken.Select(line => line.ToString()));

        string[] timing = ["--warmup", options.Text("--warmup") ?? "1", "--seconds", options.Text("--seconds") ?? "1"];
        List<BenchReport> java = [], ours = [];
        for (var round = 0; round < options.Number("--rounds", 3); round++)
        {
            Console.Error.WriteLine($"round {round + 1}");
            java.Add(Parse(Oracle.Run(["bench", index, queries, "--cpu", "--json", .. timing])));
            ours.Add(Parse(SelfProcess.Run(["bench", index, queries, .. timing])));
        }
        QueriesReport report = Combine(paragraphs, java, ours, skipped);
        Print(report);
        if (options.Text("--json") is { } file)
            File.WriteAllText(file, JsonSerializer.Serialize(report, ReportJson.Default.QueriesReport));
        return 0;
    }

    private static (IReadOnlyList<QueryLine> Spoken, IReadOnlyList<string> Skipped) Choose(IReadOnlyList<QueryLine> lines, string? only)
    {
        QueryLine[] wanted = [.. lines.Where(line => only is null || only.Split(',').Contains(line.Category, StringComparer.Ordinal))];
        string[] skipped = [.. wanted.Where(line => !IsSpoken(line)).Select(line => line.Category).Distinct(StringComparer.Ordinal)];
        return ([.. wanted.Where(line => !skipped.Contains(line.Category, StringComparer.Ordinal))], skipped);
    }

    private static bool IsSpoken(QueryLine line)
    {
        try
        {
            line.ToQuery(ParagraphIndexer.Analyzer);
            return true;
        }
        catch (QuerySyntaxException)
        {
            return false;
        }
    }

    private static BenchReport Parse(string json) => JsonSerializer.Deserialize(json, ReportJson.Default.BenchReport)!;

    private static QueriesReport Combine(int paragraphs, List<BenchReport> java, List<BenchReport> ours, IReadOnlyList<string> skipped)
    {
        var rows = new List<QueriesRow>();
        for (var i = 0; i < java[0].Categories.Count; i++)
        {
            int row = i;
            double Of(List<BenchReport> rounds, Func<CategoryFigures, double> figure) => Median(rounds.Select(round => figure(round.Categories[row])));
            rows.Add(new QueriesRow(
                java[0].Categories[i].Category,
                Of(ours, figures => figures.Hits),
                Of(java, figures => figures.TypicalUs),
                Of(java, figures => figures.P99Us),
                Of(ours, figures => figures.TypicalUs),
                Of(ours, figures => figures.P99Us),
                Median(java.Zip(ours, (theirs, mine) => theirs.Categories[row].TypicalUs / mine.Categories[row].TypicalUs))));
        }
        return new QueriesReport(paragraphs, rows, Math.Exp(rows.Average(row => Math.Log(row.Ratio))), skipped, java, ours);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static void Print(QueriesReport report)
    {
        Console.WriteLine($"{report.Paragraphs} paragraphs, {report.Java.Count} rounds; microseconds of processor time; p50 is the mean of the queries' medians; ratio above 1: ours is faster");
        Console.WriteLine("| category | hits | Java p50 | Java p99 | ours p50 | ours p99 | Java ÷ ours |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (QueriesRow row in report.Rows)
        {
            string[] cells = [row.Category, Figure(row.Hits), Figure(row.JavaP50), Figure(row.JavaP99), Figure(row.OursP50), Figure(row.OursP99), $"{row.Ratio:F2}"];
            Console.WriteLine($"| {string.Join(" | ", cells)} |");
        }
        Console.WriteLine($"| geometric mean | | | | | | {report.GeometricMean:F2} |");
        if (report.Skipped.Count > 0)
            Console.WriteLine($"not spoken yet: {string.Join(", ", report.Skipped)}");
        Console.WriteLine($"memory of the last round: Java {Memory(report.Java[^1])}; ours {Memory(report.Ours[^1])}");
    }

    private static string Memory(BenchReport report) => string.Join(", ", report.Memory.Select(pair => $"{pair.Key} {pair.Value}"));

    private static string Figure(double value) => value.ToString(value < 100 ? "F1" : "F0", CultureInfo.InvariantCulture);
}
