using Search.Articles.Searching;
using Spectre.Console;

namespace Search.Cli;

/// <summary>Shows on a terminal how far a synchronisation is; in a file or a pipe nothing.</summary>
internal static class IndexProgressBar
{
    /// <summary>Does the work behind a bar.</summary>
    public static IndexReport Show(Func<IProgress<IndexProgress>?, IndexReport> work)
    {
        if (Console.IsErrorRedirected)
            return work(null);
        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context => work(new BarProgress(context.AddTask("Reading"))));
    }

    // IProgress is called from the indexing thread; Progress<T> would post to the pool and arrive late.
    private sealed class BarProgress(ProgressTask bar) : IProgress<IndexProgress>
    {
        private const int Width = 40;

        public void Report(IndexProgress value)
        {
            bar.MaxValue = Math.Max(1, value.FilesTotal);
            bar.Value = value.FilesDone;
            // Names of files are hostile: no control characters, no markup.
            string name = string.Concat(value.Current.Where(c => !char.IsControl(c)));
            bar.Description = Markup.Escape(name.Length <= Width ? name.PadRight(Width) : "…" + name[^(Width - 1)..]);
        }
    }
}
