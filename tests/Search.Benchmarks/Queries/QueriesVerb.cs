using System.Text.Json;
using Search.Engine.QueryParsing;
using Search.Engine.Tests.AgainstLucene;
using Search.Engine.Tests.Infrastructure;

namespace Search.Benchmarks.Queries;

/// <summary>
/// <c>queries|count [--paragraphs 100000] [--rounds 3] [--warmup 1] [--seconds 1] [--index FOLDER] [--only A,B] [--json FILE]</c>: time by
/// kind of query to find the ten best hits, or to count all, ours and Lucene's on the same index, in rounds that follow one another.
/// </summary>
/// <remarks>A ratio is the median of the rounds' ratios. Without <c>--index</c> Lucene writes one, in one segment.</remarks>
internal static class QueriesVerb
{
    /// <summary>Runs the verb; the exit status.</summary>
    /// <param name="counts">Whether hits are only counted.</param>
    public static int Run(string[] arguments, bool counts)
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

        string[] how = ["--warmup", options.Text("--warmup") ?? "1", "--seconds", options.Text("--seconds") ?? "1", .. counts ? (string[])["--count"] : []];
        List<BenchReport> java = [], ours = [];
        for (var round = 0; round < options.Number("--rounds", 3); round++)
        {
            Console.Error.WriteLine($"round {round + 1}");
            java.Add(Parse(Oracle.Run(["bench", index, queries, "--cpu", "--json", .. how])));
            ours.Add(Parse(SelfProcess.Run(["bench", index, queries, .. how])));
        }
        var report = QueriesReport.Of(paragraphs, counts, skipped, java, ours);
        QueriesTable.Print(report, Console.Out);
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
}
