using System.CommandLine;

namespace Search.Soak.Queries;

/// <summary><c>queries [--count 1000000] [--seed 1] [--run-every 20]</c>: random and mutated query texts through the classic parser.</summary>
internal static class QueriesCommand
{
    public static Command Create()
    {
        Option<int> count = SoakFrame.Number("--count", 1_000_000, "How many texts.");
        Option<int> seed = SoakFrame.Seed();
        Option<int> runEvery = SoakFrame.Number("--run-every", 20, "Of the texts that are queries, every n-th is also run.");
        var command = new Command("queries", "Random and mutated query texts: an answer or a syntax error with its position, at once.") { count, seed, runEvery };
        command.SetAction(parsed => SoakFrame.Run(() =>
            QueryFuzz.Run(parsed.GetRequiredValue(count), parsed.GetRequiredValue(seed), parsed.GetRequiredValue(runEvery)).ToString()));
        return command;
    }
}
