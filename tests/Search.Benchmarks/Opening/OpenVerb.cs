using System.Diagnostics;
using System.Text.Json;

namespace Search.Benchmarks.Opening;

/// <summary>
/// <c>open [--paragraphs 100000] [--rounds 5] [--index FOLDER] [--json FILE]</c>: how long a new process takes from its start to the end of its
/// first search, ours as it was built, ours as it is published, and Lucene's; and what of it ours spends on opening.
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
        var published = PublishedSelf.Publish(scratch.File("published"));

        var rounds = new List<OpeningRound>();
        Console.WriteLine("| round | Java process, ms | ours, built, ms | first opening | first search | opening again | peak MB (anonymous) | ours, published, ms | first opening | first search | opening again | peak MB (anonymous) |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (var round = 0; round < options.Number("--rounds", 5); round++)
        {
            (double java, _) = Timed(() => Oracle.Run("search", index, queries));
            rounds.Add(new OpeningRound(java, Process(() => SelfProcess.Run("first", index, Query)), Process(() => published.Run("first", index, Query))));
            Console.WriteLine($"| {round + 1} | {java:F0} | {Cells(rounds[^1].Built)} | {Cells(rounds[^1].Published)} |");
        }
        if (options.Text("--json") is { } file)
            File.WriteAllText(file, JsonSerializer.Serialize<IReadOnlyList<OpeningRound>>(rounds, ReportJson.Default.IReadOnlyListOpeningRound));
        return 0;
    }

    private static OpeningProcess Process(Func<string> run)
    {
        (double milliseconds, string json) = Timed(run);
        return new OpeningProcess(milliseconds, JsonSerializer.Deserialize(json, ReportJson.Default.FirstFigures)!);
    }

    private static string Cells(OpeningProcess process)
    {
        FirstFigures first = process.Inside;
        return $"{process.Milliseconds - first.AgainMs:F0} | {first.OpenMs:F1} | {first.SearchMs:F1} | {first.OpenAgainMs:F2} | {first.VmHwmMb} ({first.RssAnonMb})";
    }

    private static (double Milliseconds, string Output) Timed(Func<string> run)
    {
        long start = Stopwatch.GetTimestamp();
        string output = run();
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, output);
    }
}

/// <summary>One round of <c>open</c>: a process of Lucene's, which also prints ten hits, and two of ours.</summary>
internal sealed record OpeningRound(double JavaMs, OpeningProcess Built, OpeningProcess Published);

/// <summary>A process from its start to its end, and what it says of itself.</summary>
internal sealed record OpeningProcess(double Milliseconds, FirstFigures Inside);
