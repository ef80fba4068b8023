using System.Diagnostics;
using System.Text.Json;

namespace Search.Benchmarks.Opening;

/// <summary>
/// <c>open [--paragraphs 100000] [--rounds 5] [--index FOLDER] [--json FILE]</c>: how long a new process takes from its start to the end of its first
/// search, ours and Lucene's, and what of it ours spends on opening.
/// </summary>
internal static class OpenVerb
{
    private const string Query = "about";

    /// <summary>Runs the verb; the exit status.</summary>
    public static int Run(string[] arguments)
    {
        var options = new CommandLine(arguments);
        using var scratch = new TemporaryFolder();
        string index = options.Text("--index") ?? scratch.File("index");
        if (options.Text("--index") is null)
            Oracle.Run("index", GeneratedCorpus.Paragraphs(options.Number("--paragraphs", 100_000)), index, "--segments", "1");
        string queries = scratch.File("queries.tsv");
        File.WriteAllText(queries, $"{Query}\n");

        var rounds = new List<OpeningRound>();
        Console.WriteLine("| round | Java process, ms | our process, ms | ours: first opening | first search | opening again (processor) | peak MB (anonymous) |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        for (var round = 0; round < options.Number("--rounds", 5); round++)
        {
            (double java, _) = Timed(() => Oracle.Run("search", index, queries));
            (double ours, string json) = Timed(() => SelfProcess.Run("first", index, Query));
            FirstFigures first = JsonSerializer.Deserialize(json, ReportJson.Default.FirstFigures)!;
            Console.WriteLine(
                $"| {round + 1} | {java:F0} | {ours:F0} | {first.OpenMs:F1} | {first.SearchMs:F1} | {first.OpenAgainMs:F2} | {first.VmHwmMb} ({first.RssAnonMb}) |");
            rounds.Add(new OpeningRound(java, ours, first));
        }
        if (options.Text("--json") is { } file)
            File.WriteAllText(file, JsonSerializer.Serialize<IReadOnlyList<OpeningRound>>(rounds, ReportJson.Default.IReadOnlyListOpeningRound));
        return 0;
    }

    private static (double Milliseconds, string Output) Timed(Func<string> run)
    {
        long start = Stopwatch.GetTimestamp();
        string output = run();
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, output);
    }
}

/// <summary>One round of <c>open</c>: whole processes, in milliseconds, and what ours spends inside.</summary>
internal sealed record OpeningRound(double JavaMs, double OursMs, FirstFigures Ours);
