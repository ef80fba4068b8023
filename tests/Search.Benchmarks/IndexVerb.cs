using System.Text.Json;

namespace Search.Benchmarks;

/// <summary>
/// <c>index [--paragraphs 100000] [--rounds 3] [--threads 1] [--ram 256] [--json FILE]</c>: writing an index, ours and Lucene's, in
/// rounds that follow one another.
/// </summary>
/// <remarks>Neither merges to one segment; Lucene merges what its policy wants. Anonymous memory of Java is its heap as it stands at the end.</remarks>
internal static class IndexVerb
{
    /// <summary>Runs the verb; the exit status.</summary>
    public static int Run(string[] arguments)
    {
        var options = new CommandLine(arguments);
        string corpus = GeneratedCorpus.Paragraphs(options.Number("--paragraphs", 100_000));
        string[] how = ["--threads", options.Text("--threads") ?? "1", "--ram", options.Text("--ram") ?? "256"];
        var runs = new List<IndexingFigures>();
        for (var round = 0; round < options.Number("--rounds", 3); round++)
        {
            using var scratch = new TemporaryFolder();
            Console.Error.WriteLine($"round {round + 1}");
            runs.Add(Parse(Oracle.Run(["bench-index", corpus, scratch.File("java"), "--no-merge", .. how])));
            runs.Add(Parse(SelfProcess.Run(["bench-index", corpus, scratch.File("ours"), .. how])));
        }
        Print(runs);
        if (options.Text("--json") is { } file)
            File.WriteAllText(file, JsonSerializer.Serialize<IReadOnlyList<IndexingFigures>>(runs, ReportJson.Default.IReadOnlyListIndexingFigures));
        return 0;
    }

    private static IndexingFigures Parse(string json) => JsonSerializer.Deserialize(json, ReportJson.Default.IndexingFigures)!;

    private static void Print(List<IndexingFigures> runs)
    {
        Console.WriteLine("| engine | paragraphs | threads | seconds | processor seconds | paragraphs/s | segments | MB, not merged to one | memory, MB |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (IndexingFigures run in runs)
        {
            string memory = string.Join(", ", run.Memory.Select(pair => $"{pair.Key} {pair.Value}"));
            Console.WriteLine(
                $"| {run.Engine} | {run.Documents} | {run.Threads} | {run.CommitSeconds:F1} | {run.CpuSeconds:F1} | {run.DocsPerSecond:F0} | {run.Segments} | {run.Bytes / 1e6:F1} | {memory} |");
        }
        IEnumerable<double> ratios = runs.Chunk(2).Select(pair => pair[0].CpuSeconds / pair[1].CpuSeconds).Order();
        Console.WriteLine($"Java's processor seconds through ours, median of the rounds: {ratios.ElementAt(runs.Count / 4):F2}");
    }
}
