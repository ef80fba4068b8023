using System.CommandLine;

namespace Search.Soak.Memory;

/// <summary><c>memory [--paragraphs 1000000] [--budget-mb 256] [--limit-mb 500] [--no-oracle]</c>: what indexing takes of memory.</summary>
internal static class MemoryCommand
{
    /// <summary>The hidden verb of the process that is measured.</summary>
    public const string WriterVerb = "memory-writer";

    public static Command Create()
    {
        Option<int> paragraphs = SoakFrame.Number("--paragraphs", 1_000_000, "Paragraphs of the generated corpus.");
        Option<int> budget = SoakFrame.Number("--budget-mb", 256, "Memory that the writer is given.");
        Option<int> limit = SoakFrame.Number("--limit-mb", 500, "Anonymous memory that the whole process may take.");
        var noOracle = new Option<bool>("--no-oracle") { Description = "Lucene does not do the same." };
        var command = new Command("memory", "Watches the memory of a process that indexes.") { paragraphs, budget, limit, noOracle };
        command.SetAction(parsed => SoakFrame.Run(() => MemoryRun.Run(new MemoryOptions(
            parsed.GetRequiredValue(paragraphs), parsed.GetRequiredValue(budget), parsed.GetRequiredValue(limit), [1, 2], !parsed.GetValue(noOracle)))));
        return command;
    }

    /// <summary>The verb that a run starts as a process of its own.</summary>
    public static Command CreateWriter()
    {
        var corpus = new Argument<string>("JSONL");
        var folder = new Argument<string>("INDEX");
        Option<int> threads = SoakFrame.Number("--threads", 1, "Threads that add.");
        Option<int> budget = SoakFrame.Number("--budget-mb", 256, "Memory that the writer is given.");
        var command = new Command(WriterVerb) { corpus, folder, threads, budget };
        command.Hidden = true;
        command.SetAction(parsed => MemoryWriter.Run(
            parsed.GetRequiredValue(corpus), parsed.GetRequiredValue(folder), parsed.GetRequiredValue(threads), parsed.GetRequiredValue(budget)));
        return command;
    }
}
