using System.CommandLine;

namespace Search.Soak.Fidelity;

/// <summary><c>fidelity [--paragraphs 1000000] [--requests 20000] [--threads 2] [--articles FILE]</c>: hits, order and scores beside Apache Lucene.</summary>
internal static class FidelityCommand
{
    private const int MaxReported = 20;

    public static Command Create()
    {
        Option<int> paragraphs = SoakFrame.Number("--paragraphs", 1_000_000, "Generated paragraphs; 0 leaves them out.");
        Option<int> requests = SoakFrame.Number("--requests", 20_000, "Requests of all kinds.");
        Option<int> threads = SoakFrame.Number("--threads", 2, "Threads that write.");
        Option<int> seed = SoakFrame.Seed();
        var articles = new Option<FileInfo?>("--articles") { Description = "Real articles as well: gzip of JSON lines with id, title and text." };
        var command = new Command("fidelity", "The same hits, order and scores as Apache Lucene, on indexes that we, Lucene, and both in turn have written.")
        {
            paragraphs, requests, threads, seed, articles,
        };
        command.SetAction(parsed => SoakFrame.Run(() =>
        {
            using var scratch = new TemporaryFolder();
            var corpora = new List<string>();
            if (parsed.GetRequiredValue(paragraphs) is > 0 and int generated)
                corpora.Add(GeneratedCorpus.Paragraphs(generated));
            if (parsed.GetValue(articles) is { } real)
            {
                corpora.Add(scratch.File("real.jsonl"));
                Console.WriteLine($"{RealCorpus.Write(real.FullName, corpora[^1])} paragraphs of {real.Name}");
            }
            int asked = parsed.GetRequiredValue(requests);
            string[] differences = [.. corpora.SelectMany(corpus => FidelitySuite.Compare(corpus, asked, parsed.GetRequiredValue(threads), parsed.GetRequiredValue(seed), Console.Out))];
            return differences.Length == 0
                ? "no differences"
                : throw new SoakFailureException($"{differences.Length} differences\n{string.Join('\n', differences.Take(MaxReported))}");
        }));
        return command;
    }
}
