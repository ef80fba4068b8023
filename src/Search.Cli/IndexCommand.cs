using System.CommandLine;
using Search.Articles.Indexing;
using Search.Articles.Searching;

namespace Search.Cli;

/// <summary><c>search index FOLDER-OR-FILE…</c>: brings the index in line with folders and files.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("FOLDER-OR-FILE") { Description = "Articles: text, HTML, JSON, JSON lines, CSV, RSS, Atom, ZIP; .gz of these.", Arity = ArgumentArity.OneOrMore };
        Option<string> index = CommandFrame.IndexOption();
        var dryRun = new Option<bool>("--dry-run", "-n") { Description = "Tell what would be added, changed and removed; write nothing." };
        var watch = new Option<bool>("--watch", "-w") { Description = "Go on: follow changes of the folder until Ctrl+C." };
        var map = new Option<string?>("--map") { Description = "Fields of JSON and columns of tables: headline=title,text=content,… Parts: id, headline, text, outlet, author, published, url, language. Kept in the index; \"\" for the usual names." };
        var keep = new Option<string[]>("--keep-furniture") { Description = "A kind of page furniture, as the summary names it, that is to stay text. Kept in the index; \"\" to take all out again." };
        var command = new Command("index", "Indexes articles: what is new or changed is added, what is gone leaves the index.") { paths, index, dryRun, watch, map, keep };
        command.Validators.Add(result =>
        {
            if (result.GetValue(dryRun) && result.GetValue(watch))
                result.AddError("--dry-run and --watch do not go together");
        });
        // On a thread of its own: Ctrl+C is heard only once the action has returned its task.
        command.SetAction((parsed, cancellation) => Task.Run(() => CommandFrame.Run(() => Run(
            parsed.GetRequiredValue(paths),
            parsed.GetRequiredValue(index),
            new SynchronizeOptions
            {
                DryRun = parsed.GetValue(dryRun),
                Fields = parsed.GetValue(map),
                KeptFurniture = parsed.GetValue(keep) is { Length: > 0 } kinds ? string.Join(';', kinds) : null,
            },
            parsed.GetValue(watch),
            cancellation)), CancellationToken.None));
        return command;
    }

    private static int Run(string[] paths, string indexFolder, SynchronizeOptions options, bool watches, CancellationToken cancellation)
    {
        string? missing = Array.Find(paths, path => !Path.Exists(path));
        if (missing is not null)
            return CommandFrame.Fail(ExitCodes.Failure, $"there is no {missing}");
        try
        {
            using IArticleIndex index = EmbeddedArticleIndex.Open(indexFolder);
            if (watches)
                return Watch(index, paths, options, cancellation);
            IndexReport report = IndexProgressBar.Show(progress => index.Synchronize(paths, options, progress, cancellation));
            IndexSummary.Print(report, options.DryRun);
            return report.Skipped.Count > 0 ? ExitCodes.Incomplete : ExitCodes.Success;
        }
        catch (FormatException fault)
        {
            return CommandFrame.Fail(ExitCodes.Usage, fault.Message);
        }
        catch (OperationCanceledException)
        {
            return CommandFrame.Fail(ExitCodes.Interrupted, "stopped; what was committed stays, and indexing again goes on from there");
        }
    }

    // Ends by Ctrl+C, which is how it is meant to end.
    private static int Watch(IArticleIndex index, string[] paths, SynchronizeOptions options, CancellationToken cancellation)
    {
        var isFirst = true;
        FormatException? malformed = null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using IArticleWatch watch = index.Watch(paths, new WatchOptions
        {
            Synchronize = options,
            Synchronized = report =>
            {
                if (isFirst)
                    IndexSummary.Print(report, isDryRun: false);
                else
                    IndexSummary.PrintChange(report);
                isFirst = false;
            },
            Failed = fault =>
            {
                malformed = fault as FormatException;
                if (malformed is not null)
                    stop.Cancel();
                else
                    Console.Error.WriteLine($"search: {fault.Message}");
            },
        });
        stop.Token.WaitHandle.WaitOne();
        return malformed is null ? ExitCodes.Success : throw malformed;
    }
}
