using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Search.Soak.Memory;

/// <summary>Indexes a generated corpus in a process of its own and looks at its anonymous memory all the while.</summary>
public static class MemoryRun
{
    /// <summary>Runs; one line a run.</summary>
    /// <exception cref="SoakFailureException">A process took more memory than it may, or left a file open.</exception>
    public static string Run(MemoryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string corpus = GeneratedCorpus.Paragraphs(options.Paragraphs);
        var lines = new StringBuilder();
        foreach (int threads in options.Threads)
        {
            MemoryFigures figures = RunOurs(corpus, threads, options.BudgetMB);
            lines.AppendLine(CultureInfo.InvariantCulture,
                $"ours, {threads} threads: {figures.Documents} paragraphs, {figures.Rate:F0} a second, anonymous memory at most {figures.AnonymousPeakMB} MB, of it buffers {figures.BufferedPeakMB:F0} MB; files open afterwards: {figures.OpenAfterwards}");
            Judge(figures, options);
            if (options.WithOracle)
                lines.AppendLine(RunOracle(corpus, threads, options.BudgetMB));
        }
        return lines.ToString().TrimEnd();
    }

    private static MemoryFigures RunOurs(string corpus, int threads, int budgetMB)
    {
        using var folder = new TemporaryFolder();
        string output = SelfProcess.Run(MemoryCommand.WriterVerb, corpus, folder.File("index"), "--threads", $"{threads}", "--budget-mb", $"{budgetMB}");
        return JsonSerializer.Deserialize(output, MemoryJson.Default.MemoryFigures)!;
    }

    // What the buffers say is what the writer promises; the process adds what it works with.
    private static void Judge(MemoryFigures figures, MemoryOptions options)
    {
        if (figures.AnonymousPeakMB > options.LimitMB)
            throw new SoakFailureException($"{figures.AnonymousPeakMB} MB of anonymous memory with a budget of {options.BudgetMB} MB; {options.LimitMB} are allowed");
        if (figures.BufferedPeakMB > options.BudgetMB * 1.05 + 1)
            throw new SoakFailureException($"the buffers held {figures.BufferedPeakMB:F1} MB with a budget of {options.BudgetMB} MB");
        if (figures.OpenAfterwards > 0)
            throw new SoakFailureException($"{figures.OpenAfterwards} files of the index are open after closing");
    }

    private static string RunOracle(string corpus, int threads, int budgetMB)
    {
        using var folder = new TemporaryFolder();
        string output = Oracle.Run("bench-index", corpus, folder.File("index"), "--threads", $"{threads}", "--ram", $"{budgetMB}");
        using JsonDocument figures = JsonDocument.Parse(output);
        double rate = figures.RootElement.GetProperty("docsPerSecond").GetDouble();
        return string.Create(CultureInfo.InvariantCulture, $"Lucene, {threads} threads: {rate:F0} a second, memory {figures.RootElement.GetProperty("memory")}");
    }
}
