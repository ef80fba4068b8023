using System.Globalization;
using System.Text.Json;

namespace Search.Benchmarks.Writing;

/// <summary>
/// <c>index [--paragraphs 100000] [--rounds 3] [--threads 1] [--ram 256] [--merge] [--json FILE]</c>: writing an index and, if asked, merging it to
/// one segment, ours and Lucene's, in rounds that follow one another.
/// </summary>
/// <remarks>Both merge while they write what their policy wants. Anonymous memory of Java is its heap as it stands at the end.</remarks>
internal static class IndexVerb
{
    /// <summary>Runs the verb; the exit status.</summary>
    public static int Run(string[] arguments)
    {
        var options = new CommandLine(arguments, "--merge");
        string corpus = GeneratedCorpus.Paragraphs(options.Number("--paragraphs", 100_000));
        string[] how = ["--threads", options.Text("--threads") ?? "1", "--ram", options.Text("--ram") ?? "256"];
        var rounds = new List<IndexingRound>();
        for (var round = 0; round < options.Number("--rounds", 3); round++)
        {
            using var scratch = new TemporaryFolder();
            Console.Error.WriteLine($"round {round + 1}");
            rounds.Add(new IndexingRound(Java(corpus, scratch.File("java"), how, options.Has("--merge")), Ours(corpus, scratch.File("ours"), how, options.Has("--merge"))));
        }
        Print(rounds);
        if (options.Text("--json") is { } file)
            File.WriteAllText(file, JsonSerializer.Serialize<IReadOnlyList<IndexingRound>>(rounds, ReportJson.Default.IReadOnlyListIndexingRound));
        return 0;
    }

    private static IndexingFigures Java(string corpus, string index, string[] how, bool merges) =>
        Parse(Oracle.Run(["bench-index", corpus, index, .. merges ? (string[])[] : ["--no-merge"], .. how]));

    private static IndexingFigures Ours(string corpus, string index, string[] how, bool merges)
    {
        IndexingFigures written = Parse(SelfProcess.Run(["bench-index", corpus, index, .. how]));
        if (!merges)
            return written;
        MergingFigures merged = JsonSerializer.Deserialize(SelfProcess.Run("bench-merge", index), ReportJson.Default.MergingFigures)!;
        return written with { ForceMergeSeconds = merged.Seconds, BytesMerged = merged.Bytes };
    }

    private static IndexingFigures Parse(string json) => JsonSerializer.Deserialize(json, ReportJson.Default.IndexingFigures)!;

    private static void Print(List<IndexingRound> rounds)
    {
        Console.WriteLine("| engine | paragraphs | threads | seconds | processor seconds | µs a paragraph | paragraphs/s | segments | MB | merge, s | MB merged | memory, MB |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (IndexingFigures run in rounds.SelectMany(round => (IndexingFigures[])[round.Java, round.Ours]))
        {
            string memory = string.Join(", ", run.Memory.Select(pair => $"{pair.Key} {pair.Value}"));
            Console.WriteLine(
                $"| {run.Engine} | {run.Documents} | {run.Threads} | {run.CommitSeconds:F1} | {run.CpuSeconds:F1} | {run.CpuMicrosecondsADocument:F0} | {run.DocsPerSecond:F0} | {run.Segments} | {run.Bytes / 1e6:F1} | {Figure(run.ForceMergeSeconds)} | {Figure(run.BytesMerged / 1e6)} | {memory} |");
        }
        Ratio("processor seconds", run => run.CpuSeconds);
        Ratio("seconds", run => run.CommitSeconds);
        if (rounds[0].Ours.ForceMergeSeconds is not null)
        {
            Ratio("seconds of merging", run => run.ForceMergeSeconds!.Value);
            Ratio("bytes, merged", run => run.BytesMerged!.Value);
        }

        void Ratio(string what, Func<IndexingFigures, double> figure) =>
            Console.WriteLine($"Java's {what} through ours, median of the rounds: {Medians.Of(rounds.Select(round => figure(round.Java) / figure(round.Ours))):F2}");
    }

    private static string Figure(double? value) => value?.ToString("F1", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>One round of <c>index</c>.</summary>
internal sealed record IndexingRound(IndexingFigures Java, IndexingFigures Ours);
