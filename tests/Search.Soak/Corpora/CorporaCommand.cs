using System.CommandLine;

namespace Search.Soak.Corpora;

/// <summary><c>corpora [--articles 100000] [--limit-mb 900]</c>: the whole of each news corpus of <c>../shared/data</c>, and a large generated one, are indexed.</summary>
internal static class CorporaCommand
{
    private const string ChildVerb = "corpora-child";

    public static Command Create()
    {
        Option<int> articles = SoakFrame.Number("--articles", 100_000, "Articles of the generated collection; 0 for none.");
        Option<int> limit = SoakFrame.Number("--limit-mb", 900, "Anonymous memory that a process may take.");
        var only = new Option<string?>("--only") { Description = "One corpus, by its folder's name." };
        var data = new Option<string>("--data") { Description = "Where the corpora are.", DefaultValueFactory = _ => RepositoryPaths.SharedData };
        var command = new Command("corpora", "Indexes whole corpora as they are, and watches memory.") { articles, limit, only, data };
        command.SetAction(parsed => SoakFrame.Run(() => CorporaRun.Run(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(articles), parsed.GetRequiredValue(limit), parsed.GetValue(only))));
        return command;
    }

    /// <summary>The verb of the process that is measured.</summary>
    public static Command CreateChild()
    {
        var path = new Argument<string>("PATH");
        var folder = new Argument<string>("INDEX");
        var command = new Command(ChildVerb) { path, folder };
        command.Hidden = true;
        command.SetAction(parsed => CorpusChild.Run(parsed.GetRequiredValue(path), parsed.GetRequiredValue(folder)));
        return command;
    }

    /// <summary>Indexes in a process of its own.</summary>
    public static string RunChild(string path, string folder) => SelfProcess.Run(ChildVerb, path, folder);
}
