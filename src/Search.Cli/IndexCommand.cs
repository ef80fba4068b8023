using System.CommandLine;
using Search.Articles.Indexing;
using Search.Articles.Searching;
using Spectre.Console;

namespace Search.Cli;

/// <summary><c>search index FOLDER-OR-FILE…</c>: brings the index in line with folders and files.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("FOLDER-OR-FILE") { Description = "Articles: text, HTML, JSON, JSON lines.", Arity = ArgumentArity.OneOrMore };
        Option<string> index = CommandFrame.IndexOption();
        var command = new Command("index", "Indexes articles: what is new or changed is added, what is gone leaves the index.") { paths, index };
        command.SetAction((parsed, cancellation) => Task.FromResult(CommandFrame.Run(
            () => Run(parsed.GetRequiredValue(paths), parsed.GetRequiredValue(index), cancellation))));
        return command;
    }

    private static int Run(string[] paths, string indexFolder, CancellationToken cancellation)
    {
        string? missing = Array.Find(paths, path => !Path.Exists(path));
        if (missing is not null)
            return CommandFrame.Fail(ExitCodes.Failure, $"there is no {missing}");
        using IArticleIndex index = EmbeddedArticleIndex.Open(indexFolder);
        IndexReport report = Console.IsErrorRedirected
            ? index.Synchronize(paths, progress: null, cancellation)
            : WithProgressBar(progress => index.Synchronize(paths, progress, cancellation));
        Print(report);
        return report.Skipped.Count > 0 ? ExitCodes.Incomplete : ExitCodes.Success;
    }

    private static IndexReport WithProgressBar(Func<IProgress<IndexProgress>, IndexReport> work)
    {
        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Progress().AutoClear(true).Start(context =>
        {
            ProgressTask bar = context.AddTask("Reading");
            return work(new BarProgress(bar));
        });
    }

    private static void Print(IndexReport report)
    {
        Console.WriteLine($"articles    {report.Articles} ({report.Added} new, {report.Updated} changed, {report.Removed} gone, {report.Unchanged} as before)");
        Console.WriteLine($"paragraphs  {report.Paragraphs}");
        Console.WriteLine($"names       {report.Names}");
        Console.WriteLine($"places      {report.Places}");
        Console.WriteLine($"furniture   {report.Furniture.Values.Sum()}");
        foreach ((string reason, int count) in report.Furniture.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal))
            Console.WriteLine($"  {count,6}  {reason}");
        Console.WriteLine($"skipped     {report.Skipped.Count}");
        Console.WriteLine($"time        {report.Elapsed.TotalSeconds:0.00} s");
        foreach (SkippedSource skipped in report.Skipped)
            Console.Error.WriteLine($"search: skipped {skipped.Path}{(skipped.Line > 0 ? $" line {skipped.Line}" : "")}: {skipped.Reason}");
    }

    // IProgress is called from the indexing thread; Progress<T> would post to the pool and arrive late.
    private sealed class BarProgress(ProgressTask bar) : IProgress<IndexProgress>
    {
        public void Report(IndexProgress value)
        {
            bar.MaxValue = Math.Max(1, value.FilesTotal);
            bar.Value = value.FilesDone;
        }
    }
}
