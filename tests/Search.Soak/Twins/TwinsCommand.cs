using System.CommandLine;

namespace Search.Soak.Twins;

/// <summary><c>twins [--paragraphs 100000] [--requests 20000] [--seed 1]</c>: pruning and vectors beside their definitions.</summary>
internal static class TwinsCommand
{
    /// <summary>The hidden verb of one process.</summary>
    public const string ChildName = "twins-child";

    public static Command Create()
    {
        Option<int> paragraphs = SoakFrame.Number("--paragraphs", 100_000, "Generated paragraphs.");
        Option<int> requests = SoakFrame.Number("--requests", 20_000, "Requests of all kinds of query.");
        Option<int> seed = SoakFrame.Seed();
        var command = new Command("twins", "What leaves out documents finds what scoring all of them one by one finds, with and without vector instructions.") { paragraphs, requests, seed };
        command.SetAction(parsed => SoakFrame.Run(() =>
            TwinsSuite.Run(GeneratedCorpus.Paragraphs(parsed.GetRequiredValue(paragraphs)), parsed.GetRequiredValue(requests), parsed.GetRequiredValue(seed))));
        return command;
    }

    public static Command CreateChild()
    {
        var index = new Argument<string>("index");
        var paragraphs = new Argument<string>("paragraphs");
        var requests = new Argument<int>("requests");
        var seed = new Argument<int>("seed");
        var command = new Command(ChildName) { index, paragraphs, requests, seed };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            foreach (string answer in TwinsRun.Answers(parsed.GetRequiredValue(index), parsed.GetRequiredValue(paragraphs), parsed.GetRequiredValue(requests), parsed.GetRequiredValue(seed)))
                Console.WriteLine(answer);
        });
        return command;
    }
}
