using System.CommandLine;

namespace Search.Soak.Threads;

/// <summary><c>threads [--searches 1000000] [--commits 1000] [--searchers 6] [--lanes 4] [--seed 1]</c>: searches beside writing, committing and refreshing.</summary>
internal static class ThreadsCommand
{
    public static Command Create()
    {
        Option<int> searches = SoakFrame.Number("--searches", 1_000_000, "How many searches are judged.");
        Option<int> commits = SoakFrame.Number("--commits", 1000, "How many commits are made meanwhile, at least.");
        Option<int> searchers = SoakFrame.Number("--searchers", 6, "Threads that search.");
        Option<int> lanes = SoakFrame.Number("--lanes", 4, "Threads that change the index.");
        Option<int> seed = SoakFrame.Seed();
        var command = new Command("threads", "Judges every result of many searching threads beside writing ones.") { searches, commits, searchers, lanes, seed };
        command.SetAction(parsed => SoakFrame.Run(() =>
        {
            var options = new ThreadsOptions(parsed.GetRequiredValue(seed), parsed.GetRequiredValue(searches), parsed.GetRequiredValue(commits))
            {
                Searchers = parsed.GetRequiredValue(searchers),
                Lanes = parsed.GetRequiredValue(lanes),
            };
            return ThreadsRun.Run(options).ToString();
        }));
        return command;
    }
}
